/** A moment that was fixed in advance and is stored with the contact, as wall time. */
export interface Deadline {
  /** Milliseconds since 1970. */
  at: number;
  /** Milliseconds from when it was fixed until then: the longest wait, even if the wall clock is set back meanwhile. */
  within: number;
}
