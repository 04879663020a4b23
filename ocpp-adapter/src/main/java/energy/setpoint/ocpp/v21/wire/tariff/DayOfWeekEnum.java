package energy.setpoint.ocpp.v21.wire.tariff;

/** Days of the week. */
public enum DayOfWeekEnum {
  Monday,
  Tuesday,
  Wednesday,
  Thursday,
  Friday,
  Saturday,
  Sunday
}
