package energy.setpoint.ocpp.composite.profile;

/** What a profile is for (2.1 part 2, K section 3.2). */
public enum ProfilePurpose {
  /** The most that all EVSEs together may take; {@code ChargePointMaxProfile} in 1.6. */
  STATION_MAX,
  /** What somebody other than the CSMS allows, such as an EMS or the grid operator. */
  EXTERNAL_CONSTRAINTS,
  /** For every transaction without a profile of its own. */
  TX_DEFAULT,
  /** For one transaction. */
  TX,
  /** In the place of the two above while a transaction has priority (2.1 K21, K22). */
  PRIORITY_CHARGING,
  /** Power made here, on top of everything else (2.1 K27). */
  LOCAL_GENERATION;

  /** True when a profile of the whole station is about its sum, and not about each EVSE. */
  public boolean isOfTheStation() {
    return switch (this) {
      case STATION_MAX, EXTERNAL_CONSTRAINTS, LOCAL_GENERATION -> true;
      case TX_DEFAULT, TX, PRIORITY_CHARGING -> false;
    };
  }
}
