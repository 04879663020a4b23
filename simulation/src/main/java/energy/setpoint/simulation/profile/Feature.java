package energy.setpoint.simulation.profile;

/** What only some products can do with a charging profile. */
public enum Feature {
  /** Profiles of kind Dynamic (SupportsDynamicProfiles, K01.FR.121). */
  DYNAMIC,
  /** Fewer phases, and which of them, while charging (ACPhaseSwitchingSupported, K01.FR.48). */
  PHASE_SWITCHING,
  /** Schedules in local time (SupportsUseLocalTime, K01.FR.123). */
  LOCAL_TIME,
  /** SupportsRandomizedDelay, K01.FR.124. */
  RANDOMIZED_DELAY,
  /** SupportsLimitAtSoC, K01.FR.125. */
  LIMIT_AT_SOC,
  /** SupportsEvseSleep, K01.FR.126. */
  EVSE_SLEEP
}
