package energy.setpoint.optimizer.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemainderTest {

  private static final double OPEN = Double.NaN;

  private final LinearModel model = new LinearModel();
  private final Variable van = model.variable("van", 0, 11);
  private final Variable car = model.variable("car", 0, 11);
  private final Variable both = model.variable("both", 0, 16);

  RemainderTest() {
    model.equal("sum", -1, Terms.of(van, 1).plus(car, 1).plus(both, -1), 0);
    model.atMost("fuse", -1, Terms.of(both, 1), 15);
  }

  @Test
  void hasTheOpenColumnsOnlyAndTakesTheOthersOffTheRows() {
    Remainder rest = new Remainder(model, new double[] {4, OPEN, OPEN});

    assertThat(rest.program().columns()).isEqualTo(2);
    assertThat(rest.program().rowLower(0)).isEqualTo(-4);
    assertThat(rest.program().rowUpper(1)).isEqualTo(15);
    assertThat(rest.values(new double[] {5, 9})).containsExactly(4, 5, 9);
  }

  @Test
  void decidesWhatFollowsFromAnEquation() {
    Remainder rest = new Remainder(model, new double[] {4, 5, OPEN});

    assertThat(rest.program().columns()).isZero();
    assertThat(rest.program().rows()).isZero();
    assertThat(rest.isPossible()).isTrue();
    assertThat(rest.values(new double[0])).containsExactly(4, 5, 9);
  }

  @Test
  void isNotPossibleWhereWhatStaysBreaksARowOrABound() {
    Remainder beyondTheFuse = new Remainder(model, new double[] {8, 7.5, OPEN});
    Remainder beyondTheVan = new Remainder(model, new double[] {12, OPEN, OPEN});

    assertThat(beyondTheFuse.isPossible()).isFalse();
    assertThat(beyondTheVan.isPossible()).isFalse();
  }

  @Test
  void asksOfAnObjectiveOnlyWhatIsOpen() {
    Remainder rest = new Remainder(model, new double[] {4, OPEN, OPEN});

    Terms open = rest.open(Terms.of(van, 3).plus(car, 2));

    assertThat(open.at(new double[] {5, 9})).isEqualTo(10);
  }
}
