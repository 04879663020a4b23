package energy.setpoint.core.control.measure;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.port.MeasurementLog;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes measurements on to be kept, each source at most once in ten seconds. */
final class Recorder {

  private static final Duration SHORTEST_GAP = Duration.ofSeconds(10);

  private final MeasurementLog log;
  private final Map<String, Instant> lastKept = new HashMap<>();

  Recorder(MeasurementLog log) {
    this.log = log;
  }

  void keep(EvseMeasured event, Optional<PhaseCurrents> onGrid) {
    Page page = new Page(event.evse().toString(), event.at());
    EvseSample sample = event.sample();
    sample.power().ifPresent(page::add);
    onGrid.ifPresent(page::add);
    sample.soc().ifPresent(page::add);
    sample.imported().ifPresent(e -> page.add(Quantity.ENERGY_WH, e.wattHours()));
    keep(page);
  }

  void keep(DeviceReading reading) {
    Page page = new Page(reading.device().value(), reading.at());
    switch (reading) {
      case MeterReading r -> {
        page.add(r.power());
        page.add(r.currents());
      }
      case InverterReading r -> page.add(r.power());
      case BatteryReading r -> {
        page.add(r.power());
        page.add(r.soc());
      }
      case GridSignalReading _ -> {} // its changes are kept as grid limits
    }
    keep(page);
  }

  private void keep(Page page) {
    Instant last = lastKept.get(page.source);
    if (last == null || !page.at.isBefore(last.plus(SHORTEST_GAP))) {
      lastKept.put(page.source, page.at);
      log.record(page.measurements);
    }
  }

  /** What one source measured at one moment. */
  private static final class Page {
    private final String source;
    private final Instant at;
    private final List<Measurement> measurements = new ArrayList<>();

    Page(String source, Instant at) {
      this.source = source;
      this.at = at;
    }

    void add(Quantity quantity, double value) {
      measurements.add(new Measurement(at, source, quantity, value));
    }

    void add(Power power) {
      add(Quantity.POWER_W, power.watts());
    }

    void add(StateOfCharge soc) {
      add(Quantity.SOC_PERCENT, soc.percent());
    }

    void add(PhaseCurrents currents) {
      add(Quantity.CURRENT_L1_A, currents.l1().amps());
      add(Quantity.CURRENT_L2_A, currents.l2().amps());
      add(Quantity.CURRENT_L3_A, currents.l3().amps());
    }
  }
}
