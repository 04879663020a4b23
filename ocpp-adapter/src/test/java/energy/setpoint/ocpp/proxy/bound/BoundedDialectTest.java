package energy.setpoint.ocpp.proxy.bound;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.certificate.SigningWish;
import energy.setpoint.ocpp.certificate.StationSecurity;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.Intents;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.proxy.limit.PowerPaths;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.stats.ProxyCounters;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A version of OCPP behind the proxy. */
class BoundedDialectTest {

  private static final Instant NOW = FakeStation.NOON;
  private static final Current ALLOWED = Current.ofAmps(4);

  private final List<String> signed = new ArrayList<>();

  @Test
  void handsOnEveryQuestionToTheVersionItself() {
    List<String> own =
        Arrays.stream(BoundedDialect.class.getDeclaredMethods())
            .map(BoundedDialectTest::signature)
            .toList();

    assertThat(OcppDialect.class.getMethods())
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
        .extracting(BoundedDialectTest::signature)
        .isSubsetOf(own);
  }

  /** A station that cannot pause draws its least current under any ceiling. */
  @ParameterizedTest
  @MethodSource("all")
  void saysWhatAStationMayDrawInSpiteOfTheLimitOfTheCsms(OcppDialect dialect) {
    StationTraits restless =
        new TraitClaims.Builder()
            .ability(StationTraits.Ability.ZERO_PAUSES, false)
            .build()
            .appliedTo(StationTraits.PLAIN_AC);
    var wanted =
        new CapPower(
            EvseRef.of("CP1", 1),
            "7",
            new Ceiling(Current.ofAmps(16), 3, Voltage.ofVolts(230)),
            new Interval(NOW, NOW.plusSeconds(900)));

    Encoding encoding = bounded(dialect).encode(wanted, restless);

    assertThat(((Encoding.Degraded) encoding).losses())
        .contains("The CSMS allows less: its limits hold.");
    assertThat(((Encoding.Degraded) encoding).mayDraw()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("all")
  void leavesTheSigningOfCertificatesToTheCsms(OcppDialect dialect) throws RpcException {
    JsonNode wish = json("{\"csr\":\"a request\"}");
    var station = new FakeStation().with(authority());

    var events =
        bounded(dialect)
            .overhear("SignCertificate", wish, json("{\"status\":\"Accepted\"}"), station);

    assertThat(events).isEmpty();
    assertThat(signed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void signsNothingInPlaceOfACsmsThatIsAway(OcppDialect dialect) throws RpcException {
    var station = new FakeStation().with(authority());

    var handled =
        bounded(dialect).handle("SignCertificate", json("{\"csr\":\"a request\"}"), station);

    assertThat(handled.response().path("status").asString()).isEqualTo("Rejected");
    assertThat(signed).isEmpty();
  }

  @Test
  void givesAStationThatAsksNoMoreThanTheCsmsAllows() throws RpcException {
    var follow =
        new FollowSetpoint(
            FakeStation.evse(1),
            "7",
            new Setpoint(Power.ofWatts(7000)),
            new Ceiling(Current.ofAmps(16), 3, Voltage.ofVolts(230)),
            Pace.FAST,
            new Interval(NOW, NOW.plusSeconds(120)));
    var station =
        new FakeStation()
            .with(Intents.DC_WITH_SETPOINTS.with(StationTraits.Ability.DYNAMIC_PROFILES))
            .wanting(follow);

    var handled =
        bounded(new Ocpp21Dialect())
            .handle("PullDynamicScheduleUpdate", json("{\"chargingProfileId\":480001}"), station);

    assertThat(handled.response().at("/scheduleUpdate/setpoint").intValue()).isEqualTo(2760);
  }

  static Stream<OcppDialect> all() {
    return Dialects.bundled().stream();
  }

  private StationSecurity authority() {
    return new StationSecurity() {
      @Override
      public void report(Instant at, String type, String detail) {}

      @Override
      public Optional<String> findRefusal(SigningWish wish) {
        signed.add(wish.csr());
        return Optional.empty();
      }
    };
  }

  private static BoundedDialect bounded(OcppDialect dialect) {
    return new BoundedDialect(
        dialect, new FourAmps(), new PowerPaths(), () -> NOW, new ProxyCounters());
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private record FourAmps() implements CsmsBound {

    @Override
    public Ceiling ofEvse(int evse, Interval during, Ceiling wanted) {
      return new Ceiling(wanted.perPhase().min(ALLOWED), wanted.phases(), wanted.voltage());
    }

    @Override
    public Ceiling ofStation(Interval during, Ceiling wanted) {
      return ofEvse(0, during, wanted);
    }

    @Override
    public Ceiling ofFallback(Instant from, Ceiling wanted) {
      return ofEvse(0, new Interval(from, from.plusSeconds(1)), wanted);
    }

    @Override
    public Optional<String> findObstacle() {
      return Optional.empty();
    }

    @Override
    public Optional<Instant> findNextStep(Instant now) {
      return Optional.empty();
    }
  }
}
