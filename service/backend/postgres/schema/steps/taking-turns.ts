import type { Migration } from '../migration.js';

/**
 * What counts before it writes. Each function first locks what it counts, and counts in a statement after that, which sees
 * what the holders of the lock before it have written.
 */
export const takingTurns: Migration = {
  name: 'taking-turns',
  sql: `
    CREATE FUNCTION connect_chat.reserve(
      process uuid, reservation uuid, contact text, agent text, room integer, known_load integer
    ) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE
      reserved integer;
      stored integer;
      made integer;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('connect_chat agent ' || agent, 0));
      PERFORM FROM connect_chat.reservations WHERE contact_id = contact;
      IF FOUND THEN RETURN 'contact'; END IF;
      SELECT count(*) INTO reserved FROM connect_chat.reservations WHERE agent_id = agent;
      SELECT count(*) INTO stored FROM connect_chat.contacts WHERE is_active AND serving_ids @> ARRAY[agent];
      IF greatest(stored, known_load) + reserved >= room THEN RETURN 'agent'; END IF;
      INSERT INTO connect_chat.reservations (contact_id, agent_id, reservation_id, process_id)
        VALUES (contact, agent, reservation, process) ON CONFLICT DO NOTHING;
      GET DIAGNOSTICS made = ROW_COUNT;
      RETURN CASE made WHEN 1 THEN NULL ELSE 'contact' END;
    END $$;

    CREATE FUNCTION connect_chat.take_claim(process uuid, claim uuid, named text, at_most double precision)
    RETURNS integer LANGUAGE plpgsql AS $$
    DECLARE
      taken integer;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('connect_chat claim ' || named, 0));
      SELECT count(*) INTO taken FROM connect_chat.claims WHERE name = named;
      IF taken >= at_most THEN RETURN NULL; END IF;
      INSERT INTO connect_chat.claims (claim_id, name, process_id) VALUES (claim, named, process);
      RETURN taken + 1;
    END $$;
  `,
};
