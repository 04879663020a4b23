package energy.setpoint.der.template;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetpointTopicTest {

  @Test
  void speaksTheUnitAndSignOfTheDevice() {
    var setpoint = setpoint(PointUnit.KILOWATT, SignConvention.GENERATION, 2);

    assertThat(setpoint.payloadFor(Power.ofWatts(-3456))).isEqualTo("{\"p\": 3.45}");
    assertThat(setpoint.payloadFor(Power.ofWatts(1000))).isEqualTo("{\"p\": -1.00}");
  }

  @Test
  void cutsOffTowardsZeroAndKnowsWhatItSaid() {
    var setpoint = setpoint(PointUnit.KILOWATT, SignConvention.GENERATION, 1);

    assertThat(setpoint.payloadFor(Power.ofWatts(-3_999))).isEqualTo("{\"p\": 3.9}");
    assertThat(setpoint.sentFor(Power.ofWatts(-3_999))).isEqualTo(Power.ofWatts(-3_900));
    assertThat(setpoint.payloadFor(Power.ofWatts(2_600))).isEqualTo("{\"p\": -2.6}");
  }

  @Test
  void idleIsAPlainZero() {
    var setpoint = setpoint(PointUnit.WATT, SignConvention.GENERATION, 0);

    assertThat(setpoint.payloadFor(Power.ZERO)).isEqualTo("{\"p\": 0}");
  }

  @Test
  void neverLeavesTheLimitsOfTheTemplate() {
    var setpoint = setpoint(PointUnit.WATT, SignConvention.LOAD, 0);

    assertThat(setpoint.payloadFor(Power.ofWatts(9_000))).isEqualTo("{\"p\": 4000}");
    assertThat(setpoint.payloadFor(Power.ofWatts(-9_000))).isEqualTo("{\"p\": -5000}");
  }

  @Test
  void largeNumbersHaveNoExponent() {
    var setpoint =
        new SetpointTopic(
            new TopicText("x"),
            1,
            "{value}",
            new Conversion(1e-6, PointUnit.WATT, SignConvention.LOAD),
            0,
            Power.ofWatts(-5000),
            Power.ofWatts(4000),
            Duration.ofSeconds(30),
            ContactLoss.IDLES,
            Optional.empty());

    assertThat(setpoint.payloadFor(Power.ofWatts(4000))).isEqualTo("4000000000");
  }

  private static SetpointTopic setpoint(PointUnit unit, SignConvention sign, int decimals) {
    return new SetpointTopic(
        new TopicText("{base}/set"),
        1,
        "{\"p\": {value}}",
        new Conversion(1, unit, sign),
        decimals,
        Power.ofWatts(-5000),
        Power.ofWatts(4000),
        Duration.ofSeconds(30),
        ContactLoss.IDLES,
        Optional.empty());
  }
}
