package energy.setpoint.app.config.signal;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.signal.Allowed;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.signal.SignalMeaning;
import energy.setpoint.core.signal.SilenceRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalSectionTest {

  private static final String SITE =
      """
      id: yard
      zone: Europe/Berlin
      grid: { importLimitKw: 40, exportLimitKw: 30 }
      circuits:
        main: { fuseA: 63 }
      stations:
        - { id: gate, circuit: main }
        - { id: hall, circuit: main }
      inverters:
        - { id: roof, circuit: main, ratedKw: 20 }
      gridSignals:
      """;

  private static final String RELAY =
      "connection: { template: grid-relay-modbus, host: 10.0.0.5 }, ";
  private static final String GATEWAY =
      "connection: { template: grid-limit-mqtt, broker: 'tcp://10.0.0.6', topic: cls }, ";

  @TempDir Path folder;

  @Test
  void hasNoSignalWhereNothingIsSaid() throws IOException {
    assertThat(read("").signals()).isEmpty();
  }

  @Test
  void readsTheExampleOfTheManual() throws IOException {
    String manual = Files.readString(project("docs/how-to/prices-and-grid-limits.md"));
    Matcher example = Pattern.compile("gridSignals:\n(.*?)```", Pattern.DOTALL).matcher(manual);
    assertThat(example.find()).isTrue();

    List<GridSignal> signals = read(example.group(1)).signals();

    assertThat(signals)
        .extracting(GridSignal::flow)
        .containsExactly(GridFlow.IMPORT, GridFlow.EXPORT);
    assertThat(signals.getLast().meaning().find(4)).hasValue(Allowed.atMost(Power.ofKilowatts(6)));
  }

  @Test
  void countsFurtherDevicesLessAsTheFederalNetworkAgencyDoes() throws IOException {
    GridSignal box =
        one(RELAY + "limits: import, steps: [{value: 0}, {value: 1, perDeviceKw: 4.2}]");

    assertThat(box.flow()).isEqualTo(GridFlow.IMPORT);
    assertThat(box.meaning())
        .isEqualTo(
            new SignalMeaning.Steps(
                Map.of(
                    0, Allowed.EVERYTHING, 1, Allowed.atMost(Power.ofKilowatts(4.2).times(1.8)))));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 4.2", "2, 7.56", "3, 10.5", "9, 19.32", "20, 40.11"})
  void grantsWhatParagraph14aGrants(long devices, double kilowatts) {
    SignalScale scale = new SignalScale(devices, Power.ZERO, Power.ZERO);

    assertThat(scale.forAllDevices(Power.ofKilowatts(4.2)).kilowatts())
        .isCloseTo(kilowatts, within(1e-9));
  }

  @Test
  void takesPercentsOfFeedInFromWhatIsInstalled() throws IOException {
    GridSignal box =
        one(
            RELAY
                + "limits: export, steps: [{value: 1}, {value: 2, percent: 60}, {value: 8, percent: 0}]");

    assertThat(box.meaning().find(2)).hasValue(Allowed.atMost(Power.ofKilowatts(12)));
    assertThat(box.meaning().find(8)).hasValue(Allowed.atMost(Power.ZERO));
  }

  @Test
  void keepsTheLastWordFiveMinutesAndThenHoldsTheLowestStep() throws IOException {
    GridSignal box =
        one(RELAY + "limits: import, steps: [{value: 0, limitKw: 30}, {value: 1, limitKw: 12}]");

    assertThat(box.silence())
        .isEqualTo(new SilenceRule.Keep(Duration.ofMinutes(5), Power.ofKilowatts(12)));
  }

  @Test
  void readsAGatewayThatTellsWatts() throws IOException {
    GridSignal box = one(GATEWAY + "limits: import, whenContactIsLost: limit, lostLimitKw: 8.4");

    assertThat(box.meaning()).isEqualTo(new SignalMeaning.Watts());
    assertThat(box.silence()).isEqualTo(new SilenceRule.Limit(Power.ofKilowatts(8.4)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          limits: import, steps: [{value: 1, limitKw: 5}]                          | connection is missing
          @relay limits: import                                                    | steps are missing
          @relay limits: both, steps: [{value: 1, limitKw: 5}]                     | limits is "both"
          @relay limits: import, steps: [{value: 0}]                               | steps limit nothing
          @relay limits: import, steps: [{limitKw: 5}]                             | value is missing
          @relay limits: import, steps: [{value: 1, limitKw: -5}]                  | limitKw is -5
          @relay limits: import, steps: [{value: 1, percent: 101}]                 | percent is 101
          @relay limits: import, steps: [{value: 1, limitKw: 5, percent: 10}]      | stands beside limitKw
          @relay limits: import, steps: [{value: 1, limitKw: 5}, {value: 1}]       | has a meaning already
          @relay limits: import, steps: [{value: 1, limitkW: 5}, {value: 2, limitKw: 1}] | Maybe "limitKw"?
          @relay limits: import, steps: [{value: 1, limitKw: 5}], keepFor: 5       | Maybe 5s
          @relay limits: import, steps: [{value: 1, limitKw: 5}], whenContactIsLost: hope | is "hope"
          @relay limits: import, steps: [{value: 1, limitKw: 5}], whenContactIsLost: release, lostLimitKw: 5 | lostLimitKw is not a known key
          @gateway limits: import, lostLimitKw: 4, steps: [{value: 1, limitKw: 5}] | the device says the limit itself
          @gateway limits: import                                                  | lostLimitKw is missing
          connection: { template: demo-meter, host: 10.0.0.5 }, limits: import, steps: [{value: 1, limitKw: 5}] | of the kind meter
          """)
  void refusesMistakes(String entry, String message) {
    String text = entry.replace("@relay ", RELAY).replace("@gateway ", GATEWAY);

    assertThatThrownBy(() -> one(text)).hasMessageContaining(message);
  }

  private GridSignal one(String entry) throws IOException {
    return read("  - { id: box, " + entry + " }\n").signals().getFirst();
  }

  private SiteFile read(String signals) throws IOException {
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE + signals);
    return SiteFile.read(file, project("config/devices"));
  }
}
