package energy.setpoint.core.control.measure;

import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.control.book.PhaseBook;
import energy.setpoint.core.control.book.StationBook;
import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.port.MeasurementLog;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.ControlPoint;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.tariff.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is measured on a site, and what follows from it. Confined to the engine's loop. */
public final class Observations {

  private static final int USUAL_METERING_MINUTES = 15;

  private final Site site;
  private final DeviceBook devices;
  private final StationBook stations;
  private final PhaseBook phases;
  private final Reconciler ledgers;
  private final Recorder recorder;
  private final Map<DeviceId, MeteredCircuit> metered = new LinkedHashMap<>();
  private final PeakTracker peak;

  /**
   * @param log keeps what is measured
   */
  public Observations(
      Site site, Tariff tariff, Books books, Reconciler ledgers, MeasurementLog log) {
    this.site = site;
    this.devices = books.devices();
    this.stations = books.stations();
    this.phases = books.phases();
    this.ledgers = ledgers;
    this.recorder = new Recorder(log);
    Set<CircuitId> known = new HashSet<>();
    site.meters().stream()
        .filter(meter -> known.add(meter.circuit()))
        .forEach(meter ->
            metered.put(meter.id(), new MeteredCircuit(site, meter, devices, stations, ledgers)));
    int minutes =
        tariff.demandCharge().map(DemandCharge::meteringMinutes).orElse(USUAL_METERING_MINUTES);
    this.peak = new PeakTracker(site.zone(), Duration.ofMinutes(minutes));
  }

  /** An EVSE of the site measured. */
  public void saw(Evse evse, EvseMeasured event, Instant now) {
    Optional<PhaseCurrents> onGrid = StationBook.onGrid(evse, event, site.voltage());
    onGrid.ifPresent(currents -> {
      deviceSaw(evse.ref(), event.at(), currents);
      stations.learnPhases(evse, currents);
      phases.saw(evse.ref(), StationBook.phasesIn(currents), now);
      observed(evse.ref(), currents, event.at(), now, now.plus(StationBook.SAMPLE_AGE));
    });
    recorder.keep(event, onGrid);
  }

  /**
   * A device was read; an older reading than the last is ignored.
   *
   * @return true when a meter saw something that cannot wait for the next look at the fuses
   */
  public boolean saw(DeviceReading reading) {
    if (!devices.saw(reading)) {
      return false;
    }
    boolean alarming = false;
    switch (reading) {
      case MeterReading r -> alarming = meterSaw(r);
      case InverterReading r -> deviceSaw(r.device(), r.at(), r.power());
      case BatteryReading r -> {
        deviceSaw(r.device(), r.at(), r.power());
        Current each = site.voltage().currentFor(r.power(), 3);
        observed(r.device(), PhaseCurrents.balanced(each), r.at(), r.at(), r.validUntil());
      }
      case GridSignalReading _ -> {} // says what may flow, and measures nothing
    }
    recorder.keep(reading);
    return alarming;
  }

  private void observed(
      ControlPoint point, PhaseCurrents currents, Instant at, Instant now, Instant until) {
    Current draw = currents.largest().max(Current.ZERO);
    Current feed = currents.smallest().negated().max(Current.ZERO);
    ledgers.ledger(point).observed(draw, feed, at, now, until);
  }

  private boolean meterSaw(MeterReading reading) {
    if (site.findGridMeter().map(meter -> meter.id().equals(reading.device())).orElse(false)) {
      peak.saw(reading.at(), reading.power());
    }
    return Optional.ofNullable(metered.get(reading.device()))
        .map(circuit -> circuit.meterSaw(reading.at(), reading.currents()))
        .orElse(false);
  }

  private void deviceSaw(DeviceId device, Instant at, Power power) {
    deviceSaw(device, at, PhaseCurrents.balanced(site.voltage().currentFor(power, 3)));
  }

  private void deviceSaw(ControlPoint device, Instant at, PhaseCurrents currents) {
    metered.values().forEach(circuit -> circuit.deviceSaw(device, at, currents));
  }

  /** The vehicle is gone, and with it what it drew. */
  public void forget(EvseRef evse) {
    metered.values().forEach(circuit -> circuit.forget(evse));
    stations.forgetPhases(evse);
  }

  /**
   * Time has passed; where there is no grid meter, the sum of what is measured stands in for it.
   */
  public void tick(Instant now) {
    if (site.findGridMeter().isEmpty()) {
      peak.saw(now, sumOfMeasured(now));
    }
  }

  private Power sumOfMeasured(Instant now) {
    Stream<Power> evses =
        site.evses().flatMap(evse -> stations.findFreshPower(evse.ref(), now).stream());
    Stream<Power> batteries =
        site.batteries().stream()
            .flatMap(battery -> devices.findFreshBattery(battery.id(), now).stream())
            .map(BatteryReading::power);
    return Stream.concat(evses, batteries)
        .reduce(devices.solar(now).orElse(Power.ZERO), Power::plus);
  }

  /** A peak that the running month has seen before a restart. */
  public void resumePeak(Instant now, Power reached) {
    peak.resume(now, reached);
  }

  /** The highest mean import of any metering interval of this month, at least 0 W. */
  public Power peakReached(Instant now) {
    return peak.reached(now);
  }

  /** Over which the meter takes the mean. */
  public Duration meteringInterval() {
    return peak.interval();
  }

  /** What was imported so far in the metering interval that is open now, at least 0 Wh. */
  public Energy takenInInterval(Instant now) {
    return peak.taken(now);
  }

  /**
   * What the engine does not control on each circuit of which a meter tells, the circuits that it
   * feeds included. A circuit is missing when its meter is not fresh, or when something may be
   * hiding load from the meter by feeding in unseen.
   */
  public Map<CircuitId, PhaseCurrents> uncontrolled(List<ChargingSession> open, Instant now) {
    Map<CircuitId, PhaseCurrents> loads = new HashMap<>();
    metered
        .values()
        .forEach(it -> it.uncontrolled(open, now).ifPresent(load -> loads.put(it.circuit(), load)));
    return loads;
  }
}
