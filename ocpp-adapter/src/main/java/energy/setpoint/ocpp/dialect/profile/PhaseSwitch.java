package energy.setpoint.ocpp.dialect.profile;

import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import java.util.List;
import java.util.Optional;

/**
 * On how many phases, and on which, a station is told to charge.
 *
 * <p>A station that is not known to switch must refuse a number (2.x K01.FR.43), or may ignore it
 * (1.6), and a vehicle that stays on three phases loads two that nobody reckons with. So going to
 * one phase is only said where it will be done.
 *
 * @param numberPhases empty where it must not be sent
 * @param phaseToUse 1 to 3, only beside one phase (K01.FR.19)
 */
public record PhaseSwitch(
    Optional<Integer> numberPhases, Optional<Integer> phaseToUse, List<String> losses) {

  public PhaseSwitch {
    losses = List.copyOf(losses);
  }

  /** Why a station cannot be told; empty when it can. */
  public static Optional<String> findObstacle(SwitchPhases wanted, StationTraits traits) {
    if (traits.directCurrent()) {
      return Optional.of("A DC EVSE has no phases to switch.");
    }
    if (wanted.onto().isPresent()) {
      return traits.can(Ability.PHASE_CHOICE)
          ? Optional.empty()
          : Optional.of("The station cannot be told which phase to use.");
    }
    return wanted.ceiling().phases() > 1 || traits.can(Ability.PHASE_SWITCHING)
        ? Optional.empty()
        : Optional.of("The station does not switch phases: it cannot be kept to one.");
  }

  /** Only where there is no obstacle. */
  public static PhaseSwitch of(SwitchPhases wanted, StationTraits traits) {
    boolean toAll = wanted.ceiling().phases() > 1;
    if (toAll && !traits.can(Ability.PHASE_SWITCHING)) {
      String loss = "The station does not switch phases: the vehicle stays on those that it uses.";
      return new PhaseSwitch(Optional.empty(), Optional.empty(), List.of(loss));
    }
    return new PhaseSwitch(
        Optional.of(wanted.ceiling().phases()), wanted.onto().map(PhaseSwitch::number), List.of());
  }

  private static int number(Phase phase) {
    return switch (phase) {
      case L1 -> 1;
      case L2 -> 2;
      case L3 -> 3;
    };
  }
}
