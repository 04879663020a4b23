package energy.setpoint.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Supply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedEvseTest {

  private static final Offer UNLIMITED = Offer.upTo(Current.ofAmps(100));

  @Test
  void loadsTheGridPhaseBehindItsFirstPhaseWithASinglePhaseVehicle() {
    var evse = evse(List.of(Phase.L2, Phase.L3, Phase.L1));
    evse.plugIn(singlePhaseCar());

    run(evse, UNLIMITED, 10);

    assertThat(evse.gridCurrents()).isEqualTo(PhaseCurrents.ofAmps(0, 32, 0));
    assertThat(evse.meteredCurrents())
        .containsExactly(Current.ofAmps(32), Current.ZERO, Current.ZERO);
  }

  @Test
  void neverOffersMoreThanItCanCarry() {
    var evse = evse(List.of(Phase.L1, Phase.L2, Phase.L3));
    evse.plugIn(
        new SimulatedVehicle(
            VehicleModel.van().withAc(Power.ofKilowatts(43), 3), new StateOfCharge(0.2)));

    run(evse, UNLIMITED, 20);

    assertThat(evse.gridCurrents()).isEqualTo(PhaseCurrents.ofAmps(32, 32, 32));
  }

  @Test
  void countsTheEnergyThatPassesItsMeter() {
    var evse = evse(List.of(Phase.L1, Phase.L2, Phase.L3));
    evse.plugIn(singlePhaseCar());
    run(evse, UNLIMITED, 10);
    Energy before = evse.imported();

    run(evse, UNLIMITED, 1800);

    assertThat(evse.imported().minus(before).wattHours()).isCloseTo(7360 / 2.0, within(1.0));
    assertThat(evse.exported()).isEqualTo(Energy.ZERO);
  }

  @Test
  void carriesNothingOnceTheVehicleIsGone() {
    var evse = evse(List.of(Phase.L1, Phase.L2, Phase.L3));
    evse.plugIn(singlePhaseCar());
    run(evse, UNLIMITED, 10);

    evse.unplug();

    assertThat(evse.gridCurrents()).isEqualTo(PhaseCurrents.ZERO);
  }

  @Test
  void takesOneVehicleAtATime() {
    var evse = evse(List.of(Phase.L1, Phase.L2, Phase.L3));
    evse.plugIn(singlePhaseCar());

    assertThatThrownBy(() -> evse.plugIn(singlePhaseCar()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("occupied");
  }

  private static SimulatedVehicle singlePhaseCar() {
    return new SimulatedVehicle(
        VehicleModel.van().withAc(Power.ofWatts(7360), 1), new StateOfCharge(0.2));
  }

  private static SimulatedEvse evse(List<Phase> wiring) {
    return new SimulatedEvse(
        new Evse(
            EvseRef.of("s", 1), Supply.AC, wiring, Current.ofAmps(6), Current.ofAmps(32), false),
        Voltage.ofVolts(230),
        Energy.ZERO);
  }

  private static void run(SimulatedEvse evse, Offer offer, int seconds) {
    for (int i = 0; i < seconds; i++) {
      evse.advance(Duration.ofSeconds(1), offer);
    }
  }
}
