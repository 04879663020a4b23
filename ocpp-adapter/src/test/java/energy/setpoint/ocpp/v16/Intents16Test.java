package energy.setpoint.ocpp.v16;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.IntentFixtures;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.schema.Checked;
import energy.setpoint.ocpp.schema.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire in OCPP 1.6, message by message. */
class Intents16Test {

  private static final StationTraits AC =
      StationTraits.PLAIN_AC.with(Ability.PHASE_SWITCHING).with(Ability.PHASE_CHOICE);

  private final OcppDialect dialect = new Checked(new Ocpp16Dialect());

  static Stream<String> intents() {
    return IntentFixtures.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("intents")
  void writesEachIntentAsItIsKept(String name) {
    Encoding onAc = dialect.encode(IntentFixtures.all().get(name), AC);
    Encoding onDc = dialect.encode(IntentFixtures.all().get(name), StationTraits.PLAIN_DC);

    Golden.assertSame("1.6/intents/" + Golden.fileName(name), Golden.both(onAc, onDc));
  }

  @Test
  void saysWhyAStationRefuses() throws RpcException {
    JsonNode rejected = new JsonMapper().readTree("{\"status\": \"Rejected\"}");

    assertThat(dialect.findRefusal("GetCompositeSchedule", rejected)).hasValue("Rejected");
  }
}
