package energy.setpoint.optimizer.model;

/**
 * What a plan is good for, the most important first. A later goal never costs anything of an
 * earlier one.
 */
public enum Goal {
  /** Limits that the uncontrolled load or the sun alone break are broken as little as possible. */
  KEEP_LIMITS,
  /** Mandatory grid events are obeyed as far as possible. */
  OBEY_EVENTS,
  /** As little weighted energy as possible is missing of what vehicles need most. */
  MEET_ESSENTIALS,
  /** As little weighted energy as possible is missing at departure. */
  MEET_NEEDS,
  /** What must be missing is shared: the largest share of a need that is missing is small. */
  SHARE_FAIRLY,
  /** Batteries outside their window return to it soon. */
  RETURN_TO_WINDOW,
  /** Money. */
  SAVE_MONEY,
  /** Among plans that cost the same: early, close to the plan in force, nothing for nothing. */
  STAY_CALM
}
