package energy.setpoint.ocpp.v201.station;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.IntentFixtures;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.schema.Checked;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What vehicles negotiate over OCPP 2.0.1. */
class Negotiation201Test {

  private static final JsonMapper JSON = new JsonMapper();

  private final OcppDialect dialect = new Checked(new Ocpp201Dialect());
  private final FakeStation station = new FakeStation();

  /** K15.FR.03 to K15.FR.05. */
  @ParameterizedTest
  @CsvSource({"true, 24, Accepted", "false, 24, Processing", "true, 0, Rejected"})
  void promisesAScheduleWhereOneComes(boolean running, int tuples, String status)
      throws RpcException {
    if (running) {
      station.knowing("tx-1", 1);
    }

    var handled =
        handle(
            "NotifyEVChargingNeeds",
            """
            {"evseId": 1, "maxScheduleTuples": %d,
             "chargingNeeds": {"requestedEnergyTransfer": "AC_three_phase",
               "acChargingParameters": {"energyAmount": 20000, "evMinCurrent": 6,
                 "evMaxCurrent": 16, "evMaxVoltage": 230}}}
            """
                .formatted(tuples));

    assertThat(handled.response().get("status").stringValue()).isEqualTo(status);
    assertThat(handled.events())
        .singleElement()
        .isInstanceOfSatisfying(
            NeedsReported.class,
            reported ->
                assertThat(reported.need().bounds().minCharge()).hasValue(Power.ofWatts(4140)));
  }

  /** K15.FR.11, K15.FR.12; a hundredth above is rounding. */
  @ParameterizedTest
  @CsvSource({"16, Accepted", "16.1, Accepted", "17, Rejected"})
  void holdsAPlanAgainstTheOffer(String amps, String status) throws RpcException {
    station.wanting((EvseIntent) IntentFixtures.all().get("CapPower 16 A"));

    var handled = announce(amps);

    assertThat(handled.response().get("status").stringValue()).isEqualTo(status);
  }

  @Test
  void reckonsAmperesOverThePhasesThatWereOffered() throws RpcException {
    station.wanting((EvseIntent) IntentFixtures.all().get("CapPower 16 A"));

    var handled = announce("10");

    assertThat(handled.events())
        .singleElement()
        .isInstanceOfSatisfying(
            ScheduleAnnounced.class,
            announced -> {
              assertThat(announced.selected()).hasValue(7);
              assertThat(announced.planned().getFirst().power()).isEqualTo(Power.ofWatts(6900));
            });
  }

  private Handled announce(String amps) throws RpcException {
    return handle(
        "NotifyEVChargingSchedule",
        """
        {"timeBase": "2026-11-01T12:00:00Z", "evseId": 1, "chargingSchedule": {"id": 7,
          "chargingRateUnit": "A", "chargingSchedulePeriod": [{"startPeriod": 0, "limit": %s}]}}
        """
            .formatted(amps));
  }

  private Handled handle(String action, String payload) throws RpcException {
    return dialect.handle(action, JSON.readTree(payload), station);
  }
}
