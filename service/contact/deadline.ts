/** A time at which a contact must be woken, fixed in advance and stored with it as wall time. */
export interface Deadline {
  /** Milliseconds since 1970. */
  at: number;
  /** Milliseconds from when it was fixed until `at`: the longest wait, even if the wall clock is set back meanwhile. */
  within: number;
}
