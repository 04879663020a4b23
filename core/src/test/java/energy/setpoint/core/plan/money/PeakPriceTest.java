package energy.setpoint.core.plan.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.money.PeakPrice.Tier;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeakPriceTest {

  private static PeakPrice tiers(double reachedKw, double... fromAndPrice) {
    List<Tier> tiers =
        List.of(
            new Tier(Power.ofKilowatts(fromAndPrice[2]), fromAndPrice[3]),
            new Tier(Power.ofKilowatts(fromAndPrice[0]), fromAndPrice[1]));
    return new PeakPrice(
        "tiers", tiers, Power.ofKilowatts(reachedKw), List.of(), Duration.ZERO, Energy.ZERO);
  }

  private static double cost(PeakPrice price, double kilowatts) {
    return price.costOf(Power.ofKilowatts(kilowatts));
  }

  @Test
  void eachKilowattCostsWhatItsTierSays() {
    assertThat(cost(tiers(0, 0, 2, 10, 5), 14)).isEqualTo(10 * 2 + 4 * 5, within(1e-9));
  }

  @Test
  void upToTheReachedPeakNothingIsAdded() {
    assertThat(cost(tiers(12, 0, 2, 10, 5), 12)).isZero();
    assertThat(cost(tiers(12, 0, 2, 10, 5), 3)).isZero();
    assertThat(cost(tiers(8, 0, 2, 10, 5), 12)).isEqualTo(2 * 2 + 2 * 5, within(1e-9));
  }

  @Test
  void knowsWhetherItRisesOrFalls() {
    assertThat(tiers(0, 0, 2, 10, 5).isConvex()).isTrue();
    assertThat(tiers(0, 0, 5, 10, 2).isConvex()).isFalse();
  }

  @Test
  void aContractIsFreeUpToItsCapacity() {
    PeakPrice contract = PeakPrice.contract("contract", Power.ofKilowatts(100), 7);

    assertThat(cost(contract, 100)).isZero();
    assertThat(cost(contract, 102)).isEqualTo(14, within(1e-9));
  }

  @Test
  void refusesTiersThatDoNotBeginAtNothing() {
    assertThatThrownBy(() -> tiers(0, 5, 2, 10, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must begin at 0 W");
  }
}
