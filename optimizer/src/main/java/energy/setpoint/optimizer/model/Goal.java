package energy.setpoint.optimizer.model;

/**
 * What a plan is good for, the most important first. A later goal never costs anything of an
 * earlier one.
 */
public enum Goal {
  /** Limits that the uncontrolled load or the sun alone break are broken as little as possible. */
  KEEP_LIMITS,
  /** As little weighted energy as possible is missing at departure. */
  MEET_NEEDS,
  /** What must be missing is shared in proportion to the needs. */
  SHARE_FAIRLY,
  /** Batteries outside their window return to it soon. */
  RETURN_TO_WINDOW,
  /** Money, and far below a cent's worth the order of equally good plans. */
  SAVE_MONEY
}
