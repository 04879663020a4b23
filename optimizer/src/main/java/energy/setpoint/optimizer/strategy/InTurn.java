package energy.setpoint.optimizer.strategy;

import energy.setpoint.core.time.Interval;
import energy.setpoint.optimizer.heuristic.Headroom;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One after the other takes all it can of what is left. */
final class InTurn implements SharingRule {

  /** Minutes after which the next vehicle is the first when turns pass on. */
  static final int TURN_MINUTES = 15;

  private final Comparator<Waiting> order;
  private final boolean passesOn;

  private InTurn(Comparator<Waiting> order, boolean passesOn) {
    this.order = order;
    this.passesOn = passesOn;
  }

  static InTurn inOrder(Comparator<Waiting> order) {
    return new InTurn(order, false);
  }

  /**
   * In the order of arrival, but each quarter of an hour begins with the next one. Whose turn it is
   * follows from the time alone, so that a new plan does not begin the round anew.
   */
  static InTurn passingOn() {
    return new InTurn(Waiting.BY_ARRIVAL, true);
  }

  @Override
  public double[] share(Interval moment, int index, List<Waiting> waiting, Headroom headroom) {
    double[] watts = new double[waiting.size()];
    List<Integer> places =
        IntStream.range(0, waiting.size())
            .boxed()
            .sorted(Comparator.comparing(waiting::get, order))
            .collect(Collectors.toList());
    if (passesOn) {
      Collections.rotate(places, -firstInTurn(moment, places.size()));
    }
    for (int place : places) {
      Waiting next = waiting.get(place);
      watts[place] = Math.min(next.mostWatts(), headroom.most(next.demand(), index));
      headroom.take(next.demand(), index, watts[place]);
    }
    return watts;
  }

  private static int firstInTurn(Interval moment, int size) {
    long turn = Math.floorDiv(moment.start().getEpochSecond(), TURN_MINUTES * 60L);
    return size == 0 ? 0 : Math.floorMod(turn, size);
  }
}
