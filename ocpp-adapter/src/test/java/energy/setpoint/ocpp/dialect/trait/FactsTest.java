package energy.setpoint.ocpp.dialect.trait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

  @Test
  void takesTheLowestNumberOfAllEvses() {
    var facts = new Facts(List.of(of(1, "n", "8"), of(2, "n", "3"), of(3, "n", "many")));

    assertThat(facts.findLowest("n", 0)).contains(3);
    assertThat(facts.findLowest("n", 9)).isEmpty();
  }

  @Test
  void countsAnAbilityOnlyWhenAllEvsesHaveIt() {
    var all = new Facts(List.of(of(1, "can", "true"), of(2, "can", "True")));
    var some = new Facts(List.of(of(1, "can", "true"), of(2, "can", "false")));
    var silent = new Facts(List.of(of(1, "can", "true"), of(2, "other", "1")));

    assertThat(all.findFlag("can")).contains(true);
    assertThat(some.findFlag("can")).contains(false);
    assertThat(silent.findFlag("can")).contains(false);
    assertThat(silent.findFlag("unheard")).isEmpty();
  }

  @Test
  void keepsTheMembersThatAllEvsesHave() {
    var facts = new Facts(List.of(of(1, "modes", "A,B, C"), of(2, "modes", "C;B")));

    assertThat(facts.findMembers("modes")).contains(Set.of("B", "C"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A             | A
          A,W           | A W
          Current,Power | A W
          Current       | A
          Power         | W
          Amps; Watts   | A W
          current/power |
          kelvin        |
          """)
  void readsUnitsInEverySpellingThatWasSeen(String told, String expected) {
    var facts = new Facts(List.of(Fact.of("unit", told)));

    var units = WireNames.rateUnits(facts.findMembers("unit").orElseThrow());

    assertThat(String.join(" ", units.stream().map(Enum::name).toList()))
        .isEqualTo(expected == null ? "" : expected);
  }

  private static Fact of(int evse, String name, String value) {
    return new Fact(name, Optional.of(evse), value);
  }
}
