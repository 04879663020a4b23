package energy.setpoint.app.forecast;

import energy.setpoint.app.storage.query.MeasurementBucket;
import energy.setpoint.app.storage.query.MeasurementQueries;
import energy.setpoint.core.forecast.series.SlotClock;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What flowed on a site in the past, as means over slots. Buckets of five minutes are compared with
 * each other, so that a vehicle that left within a slot is not taken off all of it.
 */
final class PastFlows {

  private static final Duration BUCKET = Duration.ofMinutes(5);

  /**
   * What inverters and batteries measured must be known; an EVSE without a sample has no vehicle.
   */
  private enum Missing {
    UNKNOWN,
    NOTHING
  }

  private final Site site;
  private final MeasurementQueries measurements;
  private final SlotClock clock;
  private final Interval window;

  /**
   * @param window whose start is that of a slot
   */
  PastFlows(Site site, MeasurementQueries measurements, SlotClock clock, Interval window) {
    this.site = site;
    this.measurements = measurements;
    this.clock = clock;
    this.window = window;
  }

  /**
   * What nobody controlled, by the start of each slot: what the grid meter saw less what all known
   * devices did; nothing where there is no grid meter.
   *
   * @throws RuntimeException when the database fails
   */
  NavigableMap<Instant, Power> load() {
    Optional<Meter> meter = site.findGridMeter();
    NavigableMap<Instant, Double> left =
        meter.map(m -> currents(m.id().value())).orElseGet(TreeMap::new);
    for (Inverter inverter : site.inverters()) {
      add(left, powers(inverter.id().value()), -1, Missing.UNKNOWN);
    }
    for (Battery battery : site.batteries()) {
      add(left, powers(battery.id().value()), -1, Missing.UNKNOWN);
    }
    List<Evse> evses = left.isEmpty() ? List.of() : site.evses().toList();
    for (Evse evse : evses) {
      add(left, currents(evse.ref().toString()), -1, Missing.NOTHING);
    }
    return slots(left);
  }

  /**
   * What all inverters together produced, at most 0 W.
   *
   * @throws RuntimeException when the database fails
   */
  NavigableMap<Instant, Power> production() {
    NavigableMap<Instant, Double> sum = new TreeMap<>();
    for (int i = 0; i < site.inverters().size(); i++) {
      NavigableMap<Instant, Double> each = powers(site.inverters().get(i).id().value());
      if (i == 0) {
        sum.putAll(each);
      } else {
        add(sum, each, 1, Missing.UNKNOWN);
      }
    }
    return slots(sum);
  }

  private static void add(
      NavigableMap<Instant, Double> to,
      NavigableMap<Instant, Double> from,
      double sign,
      Missing missing) {
    if (missing == Missing.UNKNOWN) {
      to.keySet().retainAll(from.keySet());
    }
    to.replaceAll((at, watts) -> watts + sign * from.getOrDefault(at, 0.0));
  }

  /** As the loop estimates it: by the currents, at the nominal voltage. */
  private NavigableMap<Instant, Double> currents(String source) {
    NavigableMap<Instant, Double> watts = new TreeMap<>();
    for (Quantity phase :
        List.of(Quantity.CURRENT_L1_A, Quantity.CURRENT_L2_A, Quantity.CURRENT_L3_A)) {
      for (MeasurementBucket bucket : buckets(source, phase)) {
        watts.merge(bucket.start(), bucket.average() * site.voltage().volts(), Double::sum);
      }
    }
    return watts;
  }

  private NavigableMap<Instant, Double> powers(String source) {
    return buckets(source, Quantity.POWER_W).stream()
        .collect(
            Collectors.toMap(
                MeasurementBucket::start, MeasurementBucket::average, (a, b) -> b, TreeMap::new));
  }

  private List<MeasurementBucket> buckets(String source, Quantity quantity) {
    return measurements.listBuckets(source, quantity, window, BUCKET).stream()
        .filter(bucket -> Double.isFinite(bucket.average()))
        .toList();
  }

  private NavigableMap<Instant, Power> slots(NavigableMap<Instant, Double> buckets) {
    return buckets.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                bucket -> clock.startOf(clock.slotOf(bucket.getKey())),
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.averagingDouble(bucket -> bucket.getValue()), Power::new)));
  }
}
