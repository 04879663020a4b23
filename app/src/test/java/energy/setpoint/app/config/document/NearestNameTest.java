package energy.setpoint.app.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  @ParameterizedTest
  @CsvSource({"main,main,0", "mian,main,1", "mai,main,1", "maain,main,1", "moin,main,1", "'',ab,2"})
  void countsTheEditsBetweenTwoNames(String from, String to, int edits) {
    assertThat(NearestName.distance(from, to)).isEqualTo(edits);
  }

  @Test
  void takesTheNearestAndForgivesCase() {
    assertThat(NearestName.find("FUSEA", List.of("fuseA", "fedBy"))).contains("fuseA");
    assertThat(NearestName.find("importLimit", List.of("importLimitKw", "exportLimitKw")))
        .contains("importLimitKw");
  }

  @Test
  void staysSilentWhenNothingIsNear() {
    assertThat(NearestName.find("colour", List.of("fuseA", "fedBy"))).isEmpty();
  }
}
