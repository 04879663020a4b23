package energy.setpoint.ocpp.composite.check;

/**
 * Where the fields of a profile stand in {@code SetChargingProfile}, as JSON pointers.
 *
 * @param evse the name of the EVSE's field
 * @param profile the name of the profile's field
 * @param listsSchedules true when a profile has a list of schedules, and not one
 */
public record ProfilePath(String evse, String profile, boolean listsSchedules) {

  String ofEvse() {
    return "/" + evse;
  }

  String of(String field) {
    return "/" + profile + "/" + field;
  }

  String of(int schedule, String field) {
    return of("chargingSchedule") + (listsSchedules ? "/" + schedule : "") + "/" + field;
  }

  String of(int schedule, int period, String field) {
    return of(schedule, "chargingSchedulePeriod/" + period + "/" + field);
  }
}
