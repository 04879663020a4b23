package energy.setpoint.benchmarks.load;

import java.util.List;

/** What a station in a transaction sends all the time: one reading of a three-phase meter. */
final class Messages {

  static final List<String> SUBPROTOCOLS = List.of("ocpp1.6", "ocpp2.0.1", "ocpp2.1");

  private static final String READINGS =
      reading("Current.Import", "\"phase\":\"L1\",\"unit\":\"A\"", "15.2")
          + ","
          + reading("Current.Import", "\"phase\":\"L2\",\"unit\":\"A\"", "15.1")
          + ","
          + reading("Current.Import", "\"phase\":\"L3\",\"unit\":\"A\"", "15.3")
          + ","
          + reading("Power.Active.Import", "\"unit\":\"W\"", "10488")
          + ","
          + reading("Energy.Active.Import.Register", "\"unit\":\"Wh\"", "4711");

  private static final String METER_VALUES_16 =
      """
      {"connectorId":1,"transactionId":7,"meterValue":[{"timestamp":"2026-06-01T10:00:00Z",\
      "sampledValue":[%s]}]}\
      """
          .formatted(READINGS);

  private static final String TRANSACTION_EVENT =
      """
      {"eventType":"Updated","timestamp":"2026-06-01T10:00:00Z","triggerReason":\
      "MeterValuePeriodic","seqNo":3,"evse":{"id":1,"connectorId":1},"transactionInfo":\
      {"transactionId":"7","chargingState":"Charging"},"meterValue":[{"timestamp":\
      "2026-06-01T10:00:00Z","sampledValue":[%s]}]}\
      """
          .formatted(
              READINGS
                  .replaceAll("\"value\":\"([0-9.]+)\"", "\"value\":$1")
                  .replaceAll("\"unit\":\"(\\w+)\"", "\"unitOfMeasure\":{\"unit\":\"$1\"}"));

  private Messages() {}

  private static String reading(String measurand, String more, String value) {
    return "{\"value\":\"%s\",\"context\":\"Sample.Periodic\",\"measurand\":\"%s\",%s}"
        .formatted(value, measurand, more);
  }

  /** The version that a station speaks: each a third. */
  static String subprotocol(int station) {
    return SUBPROTOCOLS.get(station % SUBPROTOCOLS.size());
  }

  /** The reading of a station, in its version. */
  static String reading(int station, String id) {
    return station % SUBPROTOCOLS.size() == 0
        ? "[2,\"" + id + "\",\"MeterValues\"," + METER_VALUES_16 + "]"
        : "[2,\"" + id + "\",\"TransactionEvent\"," + TRANSACTION_EVENT + "]";
  }

  /** The id of a message; every one begins with its type and its id. */
  static String id(String message) {
    int start = message.indexOf('"') + 1;
    return message.substring(start, message.indexOf('"', start));
  }
}
