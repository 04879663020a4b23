package energy.setpoint.app.input;

import energy.setpoint.app.config.csv.CsvRow;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.util.List;
import java.util.Optional;

/** The layouts of session files, recognised by their headers. */
public enum SessionFormat {

  /** Setpoint's own: what a user writes who has a recording of another kind. */
  SETPOINT("arrival,departure,energy_kwh") {
    @Override
    RecordedSession read(CsvRow row, SessionTimes times) {
      return new RecordedSession(
          row.find("session").orElse("session-" + row.line()),
          row.find("evse").orElse("any"),
          times.parse(row.get("arrival")),
          times.parse(row.get("departure")),
          kilowattHours(row, "energy_kwh"),
          row.find("max_power_kw").map(it -> Power.ofKilowatts(number("max_power_kw", it))),
          row.find("requested_kwh").map(it -> energy("requested_kwh", it)),
          row.find("requested_departure").map(times::parse));
    }
  },

  /** ACN-Data with what the driver said. */
  ACN("sessionID,spaceID,connectionTime,disconnectTime,kWhDelivered") {
    @Override
    RecordedSession read(CsvRow row, SessionTimes times) {
      return new RecordedSession(
          row.get("sessionID"),
          row.get("spaceID"),
          times.parse(row.get("connectionTime")),
          times.parse(row.get("disconnectTime")),
          kilowattHours(row, "kWhDelivered"),
          Optional.empty(),
          row.find("first_kWhRequested").map(it -> energy("first_kWhRequested", it)),
          row.find("first_requestedDeparture").map(times::parse));
    }
  },

  /**
   * Workplace charging of 2014 and 2015 (Asensio and others): local times, years without century.
   */
  WORKPLACE("sessionId,kwhTotal,created,ended,stationId") {
    @Override
    RecordedSession read(CsvRow row, SessionTimes times) {
      return new RecordedSession(
          row.get("sessionId"),
          row.get("stationId"),
          times.parse(row.get("created")),
          times.parse(row.get("ended")),
          kilowattHours(row, "kwhTotal"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  };

  private final String header;

  SessionFormat(String header) {
    this.header = header;
  }

  /** The columns without which a file is not of this format. */
  public List<String> columns() {
    return List.of(header.split(",", -1));
  }

  /**
   * The session in a row.
   *
   * @throws IllegalArgumentException when there is none, saying why
   */
  abstract RecordedSession read(CsvRow row, SessionTimes times);

  private static Energy kilowattHours(CsvRow row, String column) {
    return energy(column, row.get(column));
  }

  private static Energy energy(String column, String text) {
    return Energy.ofKilowattHours(number(column, text));
  }

  private static double number(String column, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, with the column.
    }
    throw new IllegalArgumentException(column + " is \"" + text + "\", expected a number");
  }
}
