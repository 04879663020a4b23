package energy.setpoint.optimizer.flat;

import energy.setpoint.core.plan.part.ChargingTraits;

/** Vehicles that take either nothing or at least so much, in steps, and start so often. */
final class FlatTraits {

  private final FlatModel model;
  private final ChargingTraits traits;

  FlatTraits(FlatModel model, ChargingTraits traits) {
    this.model = model;
    this.traits = traits;
  }

  /**
   * @param taking a binary for each step, 1 where it may take anything
   * @param there the share of each step in which it is connected
   */
  void addTo(Store store, int[] taking, double[] there) {
    double leastKw = traits.leastCharge().kilowatts();
    double stepKw = traits.chargeStep().kilowatts();
    for (int step = 0; step < taking.length; step++) {
      Sum above = new Sum().plus(store.take()[step], 1).plus(taking[step], -leastKw * there[step]);
      if (leastKw > 0) {
        model.program.atLeast(above, 0);
      }
      if (stepKw > 0) {
        int count = model.program.whole(0, 10_000);
        model.program.equal(above.plus(count, -stepKw * there[step]), 0);
      }
    }
    if (traits.mostStarts().isPresent()) {
      addStarts(taking, traits.mostStarts().getAsInt());
    }
  }

  private void addStarts(int[] taking, int most) {
    Sum starts = new Sum();
    for (int step = 0; step < taking.length; step++) {
      Sum begins = new Sum().plus(taking[step], 1);
      begins.plus(
          step == 0 ? Sum.of(traits.charging() ? 1 : 0) : new Sum().plus(taking[step - 1], 1), -1);
      int start = model.program.binary();
      model.program.atLeast(new Sum().plus(start, 1).plus(begins, -1), 0);
      starts.plus(start, 1);
    }
    model.program.atMost(starts, most);
  }
}
