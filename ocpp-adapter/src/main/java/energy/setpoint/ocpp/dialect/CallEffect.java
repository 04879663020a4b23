package energy.setpoint.ocpp.dialect;

/** What a call from outside the engine does to what the engine keeps in a station. */
public sealed interface CallEffect {

  CallEffect HARMLESS = new Harmless();

  CallEffect CHANGES_SETTINGS = new ChangesSettings();

  /** It would change what holds the station to its limits, behind the back of the guard. */
  static CallEffect meddles(String action) {
    return new Meddles(
        "'%s' would change what holds the station to its limits, which the guard counts on."
            .formatted(action));
  }

  /** Starting a transaction is harmless, starting it with a profile of one's own is not. */
  static CallEffect ofStart(String action, boolean withProfile) {
    return withProfile
        ? new Meddles(
            "'%s' carries a chargingProfile, which could allow more than the guard counts on; leave"
                    .formatted(action)
                + " it out.")
        : HARMLESS;
  }

  /** It could switch off or narrow what the station keeps its limits with. */
  static CallEffect ofSmartChargingSetting(String name) {
    return new Meddles(
        "'%s' holds the station to its limits, which the guard counts on; it can only be set at the"
                .formatted(name)
            + " station.");
  }

  /** It has an operation of its own, which the engine knows the outcome of. */
  static CallEffect hasPlace(String action, String operation) {
    return new Meddles("'%s' is sent by %s instead.".formatted(action, operation));
  }

  /** Nothing that the engine would have to know, or that it learns from the station. */
  record Harmless() implements CallEffect {}

  /** Settings may change: what the station can do must be asked anew. */
  record ChangesSettings() implements CallEffect {}

  /**
   * Must not be sent as it is.
   *
   * @param reason for whoever asked
   */
  record Meddles(String reason) implements CallEffect {}
}
