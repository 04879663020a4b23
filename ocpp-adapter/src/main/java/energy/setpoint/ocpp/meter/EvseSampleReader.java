package energy.setpoint.ocpp.meter;

import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Turns the values that an EVSE measured at one moment into a sample.
 *
 * <p>A value for the whole EVSE goes before the sum of its phases; the outlet goes before other
 * places. What the vehicle or the grid side upstream measured is left out, but for the state of
 * charge, which only the vehicle knows. Units that do not fit the measurand are left out.
 */
public final class EvseSampleReader {

  private static final List<String> PHASES = List.of("L1", "L2", "L3");
  private static final Set<String> NOT_OURS = Set.of("EV", "Upstream");

  private final List<MeterSample> samples;

  private EvseSampleReader(List<MeterSample> samples) {
    this.samples = samples;
  }

  /** Empty when none of the values is of use to the engine. */
  public static Optional<EvseSample> find(List<MeterSample> samples) {
    EvseSample sample = new EvseSampleReader(samples).read();
    boolean useless =
        sample.power().isEmpty()
            && sample.currents().isEmpty()
            && sample.imported().isEmpty()
            && sample.exported().isEmpty()
            && sample.soc().isEmpty();
    return useless ? Optional.empty() : Optional.of(sample);
  }

  private EvseSample read() {
    return new EvseSample(
        power(),
        currents(),
        energy("Energy.Active.Import.Register"),
        energy("Energy.Active.Export.Register"),
        soc());
  }

  private Optional<Power> power() {
    OptionalDouble imported = total("Power.Active.Import", "W");
    OptionalDouble exported = total("Power.Active.Export", "W");
    if (imported.isEmpty() && exported.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Power.ofWatts(imported.orElse(0) - exported.orElse(0)));
  }

  private Optional<Energy> energy(String measurand) {
    OptionalDouble wattHours = total(measurand, "Wh");
    return wattHours.isEmpty()
        ? Optional.empty()
        : Optional.of(Energy.ofWattHours(wattHours.getAsDouble()));
  }

  private Optional<StateOfCharge> soc() {
    return samples.stream()
        .filter(sample -> sample.measurand().equals("SoC"))
        .map(MeterSample::value)
        .filter(percent -> percent >= 0 && percent <= 100)
        .map(StateOfCharge::ofPercent)
        .findFirst();
  }

  /** The magnitude on each phase, whichever way it flows; the place in the list is the phase. */
  private List<Current> currents() {
    List<Current> currents = new ArrayList<>();
    for (int i = 0; i < PHASES.size(); i++) {
      OptionalDouble amps = magnitude(Optional.of(PHASES.get(i)));
      if (amps.isPresent()) {
        currents.addAll(Collections.nCopies(i - currents.size(), Current.ZERO));
        currents.add(Current.ofAmps(amps.getAsDouble()));
      }
    }
    if (currents.isEmpty()) {
      magnitude(Optional.empty()).ifPresent(amps -> currents.add(Current.ofAmps(amps)));
    }
    return currents;
  }

  private OptionalDouble magnitude(Optional<String> phase) {
    OptionalDouble imported = find("Current.Import", phase, "A");
    OptionalDouble exported = find("Current.Export", phase, "A");
    if (imported.isEmpty() && exported.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Math.max(Math.abs(imported.orElse(0)), Math.abs(exported.orElse(0))));
  }

  private OptionalDouble total(String measurand, String unit) {
    OptionalDouble whole = find(measurand, Optional.empty(), unit);
    if (whole.isPresent()) {
      return whole;
    }
    double sum = 0;
    boolean found = false;
    for (String phase : PHASES) {
      OptionalDouble part = find(measurand, Optional.of(phase), unit);
      sum += part.orElse(0);
      found |= part.isPresent();
    }
    return found ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  private OptionalDouble find(String measurand, Optional<String> phase, String unit) {
    OptionalDouble elsewhere = OptionalDouble.empty();
    for (MeterSample sample : samples) {
      if (!sample.measurand().equals(measurand) || !isOn(phase, sample)) {
        continue;
      }
      OptionalDouble value = Units.convert(sample, unit);
      if (sample.location().equals(MeterSample.DEFAULT_LOCATION) && value.isPresent()) {
        return value;
      }
      if (!NOT_OURS.contains(sample.location()) && elsewhere.isEmpty()) {
        elsewhere = value;
      }
    }
    return elsewhere;
  }

  /** L1 and L1-N are the same conductor; L1-L2 is not a phase. */
  private static boolean isOn(Optional<String> phase, MeterSample sample) {
    return phase
        .map(name -> sample.phase().filter(on -> on.equals(name) || on.equals(name + "-N")))
        .map(Optional::isPresent)
        .orElse(sample.phase().isEmpty());
  }
}
