package energy.setpoint.ocpp.proxy.limit;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v16.composite.Composite16;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FlatLimitsTest {

  private final Composite16 version = new Composite16();
  private final FlatLimits limits =
      new FlatLimits(version.rules(), new Place(1, false, 3, Voltage.ofVolts(230)));

  /** 4140 W are 6 A on three phases, 2300 W are 10 A on one. */
  @Test
  void takesTheLowestOfThePeriodsForEachNumberOfPhases() throws RpcException {
    var periods =
        "{\"startPeriod\":0,\"limit\":6900,\"numberPhases\":3},"
            + "{\"startPeriod\":60,\"limit\":2300,\"numberPhases\":1},"
            + "{\"startPeriod\":120,\"limit\":4140,\"numberPhases\":3},"
            + "{\"startPeriod\":180,\"limit\":2760,\"numberPhases\":1}";

    var lowest = limits.lowest(List.of(profile(periods)));

    assertThat(lowest).isEqualTo(new Allowance(Current.ofAmps(6), 1));
  }

  private ChargingProfile profile(String periods) throws RpcException {
    String profile =
        "{\"chargingProfileId\":1,\"stackLevel\":0,\"chargingProfilePurpose\":\"TxDefaultProfile\","
            + "\"chargingProfileKind\":\"Relative\",\"chargingSchedule\":{\"chargingRateUnit\":\"W\","
            + "\"chargingSchedulePeriod\":["
            + periods
            + "]}}";
    String payload = "{\"connectorId\":0,\"csChargingProfiles\":" + profile + "}";
    return version.readProfile(JsonMapper.shared().readTree(payload));
  }
}
