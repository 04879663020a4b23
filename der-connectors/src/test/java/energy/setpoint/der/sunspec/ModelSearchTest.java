package energy.setpoint.der.sunspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class ModelSearchTest {

  @ParameterizedTest
  @ValueSource(ints = {40_000, 50_000, 0})
  void findsTheChainAtEachBase(int base) throws IOException {
    SunSpecImage device =
        SunSpecImage.at(base).common("Maker", "Name", "Number").model(103, 50).end();

    Discovery found = ModelSearch.in(device, 125);

    assertThat(found)
        .isInstanceOfSatisfying(
            Discovery.Found.class,
            it -> {
              assertThat(it.base()).isEqualTo(base);
              assertThat(it.models()).extracting(Model::id).containsExactly(1, 103);
              assertThat(it.models())
                  .extracting(Model::address)
                  .containsExactly(base + 2, base + 70);
              assertThat(it.identity())
                  .isEqualTo(new DeviceIdentity("Maker", "Name", "", "Number"));
            });
  }

  @Test
  void passesOverModelsThatItDoesNotKnow() throws IOException {
    SunSpecImage device = SunSpecImage.at(40_000).model(64_001, 400).model(103, 50).end();

    Discovery.Found found = (Discovery.Found) ModelSearch.in(device, 125);

    assertThat(found.models()).extracting(Model::title).containsExactly("unknown", "inverter");
    assertThat(device.requests()).doesNotContain("40004+125");
  }

  @Test
  void readsLongModelsInAsFewRequestsAsTheDeviceTakes() throws IOException {
    SunSpecImage device = SunSpecImage.at(40_000).model(701, 153).end();

    Discovery.Found found = (Discovery.Found) ModelSearch.in(device, 100);

    assertThat(found.models().getFirst().words()).hasSize(155);
    assertThat(device.requests())
        .containsExactly("40000+2", "40002+2", "40004+100", "40104+53", "40157+2");
  }

  @Test
  void saysThatADeviceHasNoSunSpec() throws IOException {
    Discovery found = ModelSearch.in((_, _) -> Optional.empty(), 125);

    assertThat(found)
        .isEqualTo(
            new Discovery.Nothing("has no SunSpec: there is no \"SunS\" at 40000, 50000 or 0"));
  }

  @Test
  void refusesAModelOfLengthZero() throws IOException {
    Discovery found = ModelSearch.in(SunSpecImage.at(40_000).model(103, 0).end(), 125);

    assertThat(found)
        .isEqualTo(
            new Discovery.Nothing(
                "has a chain of SunSpec models that has a model 103 of length 0 at 40002"));
  }

  @Test
  void refusesAModelThatIsLongerThanThereAreRegisters() throws IOException {
    Discovery found = ModelSearch.in(SunSpecImage.at(40_000).model(103, 1).raw(1, 60_000), 125);

    assertThat(found)
        .isInstanceOfSatisfying(
            Discovery.Nothing.class, it -> assertThat(it.reason()).contains("length 60000"));
  }

  @Test
  void refusesAChainWithoutEnd() throws IOException {
    Discovery found = ModelSearch.in(SunSpecImage.at(40_000).model(103, 50), 125);

    assertThat(found)
        .isInstanceOfSatisfying(
            Discovery.Nothing.class, it -> assertThat(it.reason()).contains("breaks off at 40054"));
  }

  @Test
  void givesUpOnADeviceThatGoesOnForEver() throws IOException {
    // Everywhere a model that nobody knows, of length 64.
    RegisterSource hall = (at, count) -> Optional.of(at == 40_000 ? mark() : words(count, 1 << 6));

    Discovery found = ModelSearch.in(hall, 125);

    assertThat(found)
        .isEqualTo(
            new Discovery.Nothing("has a chain of SunSpec models that has more than 100 models"));
  }

  @Test
  void takesAnAnswerThatIsCutOffForNoAnswer() throws IOException {
    RegisterSource torn = (at, _) -> Optional.of(at == 40_000 ? mark() : new int[] {103});

    Discovery found = ModelSearch.in(torn, 125);

    assertThat(found)
        .isInstanceOfSatisfying(
            Discovery.Nothing.class, it -> assertThat(it.reason()).contains("breaks off at 40002"));
  }

  @Test
  void keepsControlCharactersOfTextsOffTheTerminal() throws IOException {
    SunSpecImage device = SunSpecImage.at(40_000).common("Ma\u001b[31mker\n", "N", "S").end();

    Discovery.Found found = (Discovery.Found) ModelSearch.in(device, 125);

    assertThat(found.identity().maker()).isEqualTo("Ma[31mker");
    assertThat(List.of(found.identity().version())).containsExactly("");
  }

  private static int[] mark() {
    return new int[] {0x5375, 0x6E53};
  }

  private static int[] words(int count, int word) {
    int[] words = new int[count];
    Arrays.fill(words, word);
    return words;
  }
}
