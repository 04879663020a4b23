package energy.setpoint.optimizer.integer.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NotchedPatternTest {

  private static final int LEAST = 2;

  /** Against all patterns there are, one by one. */
  @TestFactory
  Stream<DynamicTest> isAsCheapAsTheCheapestOfAllPatterns() {
    return LongStream.range(0, 400)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(seed)));
  }

  private static void compare(long seed) {
    Random random = new Random(seed);
    int steps = 1 + random.nextInt(5);
    Offer[] offers =
        IntStream.range(0, steps)
            .mapToObj(i -> offer(random, i == 0 || i == steps - 1 ? random.nextDouble(0.2, 1) : 1))
            .toArray(Offer[]::new);
    Need need = need(random, 1 + random.nextInt(8), random.nextInt(4));

    double[] found = BestPattern.of(offers, need, 1);

    assertThat(NotchedOffers.areNotched(offers)).isTrue();
    assertThat(isPossible(offers, need, found)).as("seed %d", seed).isTrue();
    assertThat(Refill.cost(offers, need, found))
        .as("seed %d", seed)
        .isCloseTo(cheapest(offers, need), within(1e-6));
  }

  private static double cheapest(Offer[] offers, Need need) {
    List<double[]> all = List.of(new double[0]);
    for (Offer offer : offers) {
      List<double[]> longer = new ArrayList<>();
      for (double[] before : all) {
        for (double power : powers(offer)) {
          double[] after = Arrays.copyOf(before, before.length + 1);
          after[before.length] = power;
          longer.add(after);
        }
      }
      all = longer;
    }
    return all.stream()
        .filter(pattern -> isPossible(offers, need, pattern))
        .mapToDouble(pattern -> Refill.cost(offers, need, pattern))
        .min()
        .orElseThrow();
  }

  private static double[] powers(Offer offer) {
    int most = offer.isOpen() ? (int) Math.rint(offer.most() / offer.notch()) : 0;
    return IntStream.rangeClosed(0, most)
        .filter(notches -> notches == 0 || notches >= LEAST)
        .mapToDouble(notches -> notches * offer.notch())
        .toArray();
  }

  private static boolean isPossible(Offer[] offers, Need need, double[] pattern) {
    boolean on = need.charging();
    int starts = 0;
    double inside = need.insideKwh();
    for (int i = 0; i < pattern.length; i++) {
      starts += pattern[i] > 0 && !on ? 1 : 0;
      on = pattern[i] > 0;
      inside += pattern[i] * offers[i].stored();
      double power = pattern[i];
      if (Arrays.stream(powers(offers[i])).noneMatch(p -> Math.abs(p - power) < 1e-9)) {
        return false;
      }
    }
    return starts <= need.starts() && inside <= need.mostKwh() + 1e-6;
  }

  private static Offer offer(Random random, double share) {
    double notch = 0.7 * share;
    double price = random.nextDouble(-0.05, 0.4);
    double dearer = random.nextDouble(0.5);
    double from = random.nextDouble(3);
    int most = random.nextInt(6);
    return new Offer(
        LEAST * notch,
        notch,
        most * notch,
        0.25,
        0,
        share,
        List.of(),
        kilowatts -> price * kilowatts + dearer * Math.max(0, kilowatts - from));
  }

  private static Need need(Random random, double roomKwh, int starts) {
    double wanted = random.nextDouble(3);
    int most = starts == 0 ? Integer.MAX_VALUE : starts - 1;
    return new Need(10, 10 + wanted, 0, 10 + roomKwh * 0.5, most, random.nextBoolean(), 2);
  }

  @Test
  void offersOfUnequalStepsBetweenTheFirstAndTheLastAreNotCountedInNotches() {
    Random random = new Random(1);
    Offer[] offers = {
      offer(random, 1), offer(random, 1), offer(random, 0.5), offer(random, 1),
    };

    assertThat(NotchedOffers.areNotched(offers)).isFalse();
  }

  @Test
  void stepsOfAnAmpereAreCountedAndStepsOfAWattAreNot() {
    Need need = new Need(20, 48, 0, 60, Integer.MAX_VALUE, false, 1e4);

    assertThat(NotchedOffers.areFew(quartersUpTo11Kw(0.69), need)).isTrue();
    assertThat(NotchedOffers.areFew(quartersUpTo11Kw(1e-3), need)).isFalse();
  }

  @Test
  void notchesThatAWayCannotRememberAreNotCountedHoweverLittleFits() {
    Need full = new Need(60, 60, 0, 60, Integer.MAX_VALUE, false, 1e4);

    assertThat(NotchedOffers.areFew(quartersUpTo11Kw(0.69), full)).isTrue();
    assertThat(NotchedOffers.areFew(quartersUpTo11Kw(1e-6), full)).isFalse();
  }

  @Test
  void whatIsNotCountedStillTakesWholeSteps() {
    Need need = new Need(20, 48, 0, 60, Integer.MAX_VALUE, false, 1e4);

    double[] found = BestPattern.of(quartersUpTo11Kw(1e-3), need, 200);

    assertThat(Arrays.stream(found).sum() * 0.25).isBetween(28.0, 28.2);
    assertThat(Arrays.stream(found).map(kw -> Math.abs(kw * 1e3 - Math.rint(kw * 1e3))))
        .allMatch(off -> off < 1e-6);
  }

  private static Offer[] quartersUpTo11Kw(double notch) {
    double most = notch * Math.rint(11.04 / notch);
    Offer offer = new Offer(6 * notch, notch, most, 0.25, 0, 1, List.of(), kw -> 0.3 * kw);
    return Stream.generate(() -> offer).limit(48).toArray(Offer[]::new);
  }
}
