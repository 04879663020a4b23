package energy.setpoint.ocpp.proxy;

/** A transaction as a station of one version tells it. */
enum Conversation {
  OCPP16("ocpp1.6") {
    @Override
    void boot(LoggingStation station) {
      station.call(
          "boot", "BootNotification", "{\"chargePointVendor\":\"V\", \"chargePointModel\":\"M\"}");
    }

    @Override
    String start(LoggingStation station) {
      return station
          .call(
              "start",
              "StartTransaction",
              "{\"connectorId\":1,\"idTag\":\"T\",\"meterStart\":0,\"timestamp\":\"" + TIME + "\"}")
          .path("transactionId")
          .asString();
    }

    @Override
    void meter(LoggingStation station, String transaction) {
      station.call(
          "meter",
          "MeterValues",
          "{\"connectorId\":1,\"transactionId\":"
              + transaction
              + ",\"meterValue\":[{\"timestamp\":\""
              + TIME
              + "\",\"sampledValue\":[{\"value\":\"12.50\"}]}]}");
    }

    @Override
    void stop(LoggingStation station, String transaction) {
      station.call(
          "stop",
          "StopTransaction",
          "{\"transactionId\":"
              + transaction
              + ",\"meterStop\":13,\"timestamp\":\""
              + TIME
              + "\"}");
    }
  },
  OCPP201("ocpp2.0.1"),
  OCPP21("ocpp2.1");

  private static final String TIME = "2026-06-01T10:00:00Z";

  private final String subprotocol;

  Conversation(String subprotocol) {
    this.subprotocol = subprotocol;
  }

  String subprotocol() {
    return subprotocol;
  }

  void boot(LoggingStation station) {
    station.call(
        "boot",
        "BootNotification",
        "{\"reason\":\"PowerUp\",\"chargingStation\":{\"vendorName\":\"V\",\"model\":\"M\"}}");
  }

  /** The id of the transaction. */
  String start(LoggingStation station) {
    event(station, "start", "Started", "CablePluggedIn", "tx-1", 0);
    return "tx-1";
  }

  void meter(LoggingStation station, String transaction) {
    event(station, "meter", "Updated", "MeterValuePeriodic", transaction, 1);
  }

  void stop(LoggingStation station, String transaction) {
    event(station, "stop", "Ended", "EVDeparted", transaction, 2);
  }

  private static void event(
      LoggingStation station, String id, String type, String why, String transaction, int number) {
    String payload =
        "{\"eventType\":\"%s\",\"timestamp\":\"%s\",\"triggerReason\":\"%s\",\"seqNo\":%d,"
            + "\"transactionInfo\":{\"transactionId\":\"%s\"},\"evse\":{\"id\":1},"
            + "\"meterValue\":[{\"timestamp\":\"%s\",\"sampledValue\":[{\"value\":12.50}]}]}";
    station.call(
        id, "TransactionEvent", payload.formatted(type, TIME, why, number, transaction, TIME));
  }
}
