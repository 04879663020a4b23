package energy.setpoint.ocpp.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.StationTraits.OperationMode;
import energy.setpoint.ocpp.dialect.StationTraits.RateUnit;
import energy.setpoint.ocpp.schema.OcppSchemas;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Runs every dialect over every intent and every kind of station, and keeps the table of what each
 * can say. {@code -Dcapabilities.write=true} writes the table, else it is compared.
 */
class DialectContractTest {

  private static final Path TABLE =
      OcppSchemas.root().resolve("docs/reference/ocpp-capabilities.md");

  private static final List<OcppDialect> DIALECTS =
      List.of(new Ocpp16Dialect(), new Ocpp201Dialect(), new Ocpp21Dialect());

  private static final Interval LEASE = Interval.of(FakeStation.NOON, Duration.ofMinutes(2));

  @Test
  void sendsOnlyWhatTheSchemasAllow() {
    for (OcppDialect dialect : DIALECTS) {
      OcppSchemas schemas = OcppSchemas.of(dialect.subprotocol().substring("ocpp".length()));
      intents()
          .values()
          .forEach(intent ->
              stations()
                  .values()
                  .forEach(traits ->
                      calls(dialect.encode(intent, traits))
                          .forEach(
                              call -> schemas.assertValidRequest(call.action(), call.payload()))));
    }
  }

  @Test
  void neverAllowsMoreThanTheCeilingOnAnyPhase() {
    for (OcppDialect dialect : DIALECTS) {
      for (StationTraits traits : stations().values()) {
        for (ChargingIntent intent : intents().values()) {
          calls(dialect.encode(intent, traits)).stream()
              .flatMap(call -> call.payload().findValues("limit").stream())
              .forEach(limit ->
                  assertThat(limit.decimalValue()).isBetween(BigDecimal.ZERO, most(traits)));
        }
      }
    }
  }

  @Test
  void saysWhatIsLostWheneverItDegrades() {
    for (OcppDialect dialect : DIALECTS) {
      for (StationTraits traits : stations().values()) {
        for (ChargingIntent intent : intents().values()) {
          if (dialect.encode(intent, traits) instanceof Encoding.Degraded degraded) {
            assertThat(degraded.losses()).isNotEmpty().noneMatch(String::isBlank);
            assertThat(degraded.calls()).isNotEmpty();
          }
        }
      }
    }
  }

  @Test
  void keepsTheTableOfCapabilities() throws IOException {
    String table = table();
    if (Boolean.getBoolean("capabilities.write")) {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, table);
    }

    assertThat(TABLE)
        .as("Maybe run the test with -Dcapabilities.write=true and review the difference.")
        .content()
        .isEqualTo(table);
  }

  private static Map<String, ChargingIntent> intents() {
    Ceiling sixteen = ceiling(16_000);
    Map<String, ChargingIntent> intents = new LinkedHashMap<>();
    intents.put("SetFallback 6 A", new SetFallback(FakeStation.ID, ceiling(6_000)));
    intents.put("CapPower 16 A", new CapPower(FakeStation.evse(1), "701", sixteen, LEASE));
    intents.put("CapPower 0 A", new CapPower(FakeStation.evse(1), "701", ceiling(0), LEASE));
    intents.put("FollowSetpoint 7000 W", follow(7000, ceiling(10_145)));
    intents.put("FollowSetpoint -5000 W", follow(-5000, ceiling(0)));
    intents.put("Release", new Release(FakeStation.evse(1)));
    intents.putAll(RequestedIntents.all());
    return intents;
  }

  private static FollowSetpoint follow(double watts, Ceiling ceiling) {
    return new FollowSetpoint(
        FakeStation.evse(1), "701", new Setpoint(Power.ofWatts(watts)), ceiling, LEASE);
  }

  private static Ceiling ceiling(long milliamps) {
    return new Ceiling(Current.ofMilliamps(milliamps), 3, Voltage.ofVolts(230));
  }

  private static Map<String, StationTraits> stations() {
    Map<String, StationTraits> stations = new LinkedHashMap<>();
    for (boolean dc : List.of(false, true)) {
      for (Set<RateUnit> units :
          List.of(Set.of(RateUnit.A, RateUnit.W), Set.of(RateUnit.A), Set.of(RateUnit.W))) {
        for (boolean setpoints : List.of(false, true)) {
          String name =
              (dc ? "DC" : "AC")
                  + ", "
                  + (units.size() == 2 ? "A and W" : units.contains(RateUnit.A) ? "A" : "W")
                  + (setpoints ? ", setpoints" : "");
          RateUnit[] taken = units.toArray(RateUnit[]::new);
          StationTraits traits =
              dc ? StationTraits.direct(taken) : StationTraits.alternating(taken);
          stations.put(name, setpoints ? bidirectional(traits) : traits);
        }
      }
    }
    return stations;
  }

  private static StationTraits bidirectional(StationTraits traits) {
    return traits
        .with(OperationMode.CENTRAL_SETPOINT)
        .withDerControls(RequestedIntents.ALL_CONTROLS);
  }

  private static List<OutboundCall> calls(Encoding encoding) {
    return switch (encoding) {
      case Encoding.Exact exact -> exact.calls();
      case Encoding.Degraded degraded -> degraded.calls();
      case Encoding.Inexpressible none -> List.of();
    };
  }

  /** 16 A; in watts, on one phase of AC, or on all three of DC. */
  private static BigDecimal most(StationTraits traits) {
    boolean amps =
        traits.directCurrent()
            ? !traits.rateUnits().contains(RateUnit.W)
            : traits.rateUnits().contains(RateUnit.A);
    return BigDecimal.valueOf(amps ? 16 : traits.directCurrent() ? 11_040 : 3_680);
  }

  private static String table() {
    StringBuilder text = new StringBuilder(HEADER);
    for (OcppDialect dialect : DIALECTS) {
      text.append("\n## ").append(dialect.subprotocol()).append("\n\n");
      text.append("| intent | station | | on the wire | lost |\n");
      text.append("| --- | --- | --- | --- | --- |\n");
      intents()
          .forEach((name, intent) ->
              rows(dialect, intent)
                  .forEach((row, stations) ->
                      text.append("| ")
                          .append(name)
                          .append(" | ")
                          .append(stations)
                          .append(row)
                          .append(" |\n")));
    }
    return text.toString();
  }

  /** Stations with the same outcome share a row. */
  private static Map<String, String> rows(OcppDialect dialect, ChargingIntent intent) {
    Map<String, String> rows = new LinkedHashMap<>();
    stations()
        .forEach((name, traits) -> {
          String row = row(dialect.encode(intent, traits));
          rows.merge(row, name, (a, b) -> a + "; " + b);
        });
    if (rows.size() == 1) {
      rows.replaceAll((row, names) -> "all");
    }
    return rows;
  }

  private static String row(Encoding encoding) {
    return switch (encoding) {
      case Encoding.Exact exact -> " | exact | " + wire(exact.calls()) + " | —";
      case Encoding.Degraded degraded ->
          " | degraded | " + wire(degraded.calls()) + " | " + String.join(" ", degraded.losses());
      case Encoding.Inexpressible none -> " | inexpressible | — | " + none.reason();
    };
  }

  private static String wire(List<OutboundCall> calls) {
    return calls.stream()
        .map(call -> {
          JsonNode period = call.payload().findValue("chargingSchedulePeriod");
          if (period == null) {
            return call.action().endsWith("ChargingProfile")
                ? call.action() + " by id"
                : RequestedIntents.gist(call);
          }
          JsonNode first = period.get(0);
          String value = first.has("setpoint") ? setpoint(first) : "limit " + first.get("limit");
          return call.payload().findValue("chargingProfilePurpose").stringValue()
              + ", "
              + value
              + " "
              + call.payload().findValue("chargingRateUnit").stringValue();
        })
        .reduce((a, b) -> a + "; " + b)
        .orElse("—");
  }

  private static String setpoint(JsonNode period) {
    return Stream.of("setpoint", "setpoint_L2", "setpoint_L3")
        .filter(period::has)
        .map(name -> name + " " + period.get(name))
        .collect(Collectors.joining(", "));
  }

  private static final String HEADER =
      """
      # What each version of OCPP can say

      Written and compared by `DialectContractTest`; do not edit. What is sent for each intent of the
      engine, by version and by kind of station: AC or DC, the rate units that it takes, and whether
      it follows setpoints and knows DER controls. The ceilings are per phase, on three phases of
      230 V. How the dialects decide stands in [docs/ocpp/dialects.md](../ocpp/dialects.md).
      """;
}
