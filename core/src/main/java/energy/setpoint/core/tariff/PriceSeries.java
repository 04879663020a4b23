package energy.setpoint.core.tariff;

import energy.setpoint.core.quantity.EnergyPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prices published slot by slot, such as a day-ahead auction's.
 *
 * <p>Where no slot covers an instant, the price of the same time on the latest covered day before
 * is used, and where there is none, the mean of all slots: a planner needs a number for tomorrow
 * before tomorrow is published, and {@link #find} tells whether it was really published.
 */
public final class PriceSeries implements PriceRule {

  private static final int DAYS_TO_LOOK_BACK = 14;

  private final NavigableMap<Instant, EnergyPrice> slots;
  private final Duration slotLength;
  private final EnergyPrice mean;

  /**
   * @param slots price by the start of its slot; not empty
   * @param slotLength how long each price holds, at most; a following slot ends it earlier
   */
  public PriceSeries(Map<Instant, EnergyPrice> slots, Duration slotLength) {
    if (slots.isEmpty()) {
      throw new IllegalArgumentException("A price series needs at least one price.");
    }
    if (slotLength.isZero() || slotLength.isNegative()) {
      throw new IllegalArgumentException("A price slot cannot last " + slotLength + ".");
    }
    this.slots = new TreeMap<>(slots);
    this.slotLength = slotLength;
    this.mean =
        new EnergyPrice(
            slots.values().stream()
                .mapToDouble(EnergyPrice::perKilowattHour)
                .average()
                .orElseThrow());
  }

  /** The published price at an instant. */
  public Optional<EnergyPrice> find(Instant instant) {
    Map.Entry<Instant, EnergyPrice> slot = slots.floorEntry(instant);
    boolean covered = slot != null && instant.isBefore(slot.getKey().plus(slotLength));
    return covered ? Optional.of(slot.getValue()) : Optional.empty();
  }

  @Override
  public EnergyPrice at(Instant instant) {
    for (int day = 0; day <= DAYS_TO_LOOK_BACK; day++) {
      Optional<EnergyPrice> published = find(instant.minus(Duration.ofDays(day)));
      if (published.isPresent()) {
        return published.get();
      }
    }
    return mean;
  }

  public Instant firstSlot() {
    return slots.firstKey();
  }

  /** The end of the last slot. */
  public Instant end() {
    return slots.lastKey().plus(slotLength);
  }
}
