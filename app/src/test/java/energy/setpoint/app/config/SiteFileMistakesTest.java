package energy.setpoint.app.config;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.app.config.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is one edit of a good file, and the message that it must give. */
class SiteFileMistakesTest {

  private static final String GOOD =
      """
      id: yard
      zone: Europe/Amsterdam
      voltage: 230
      grid:
        importLimitKw: 100
        exportLimitKw: 50
      circuits:
        main:
          fuseA: 160
          uncontrolledMaxA: 40
          circuits:
            north: {fuseA: 63}
      stations:
        - id: gate
          circuit: north
          fallbackA: 6
          evses:
            - {supply: AC, phases: [L1, L2, L3], maxA: 32}
        - id: hall
          circuit: main
          ocpp: {rateUnits: [W], setpoints: true}
          evses:
            - {supply: DC, maxA: 63, bidirectional: true}
      batteries:
        - id: cellar
          circuit: main
          capacityKwh: 100
          maxChargeKw: 50
          chargeEfficiency: 0.95
          highestSocPercent: 95
          connection: {template: pack, broker: "tcp://10.0.0.2", topic: cellar}
      inverters:
        - id: roof
          circuit: main
          ratedKw: 30
          connection: {template: sun, host: 10.0.0.3, port: 502}
      building:
        typicalDayKw: [5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5]
      vehicles:
        - idToken: VAN-1
          capacityKwh: 60
          targetSocPercent: 90
          departure: "06:30"
      authorization: {accept: listed}
      tariff:
        currency: EUR
        import:
          otherwisePerKwh: 0.2
          periods:
            - {days: WEEKDAYS, from: "07:00", until: "21:00", perKwh: 0.3}
        demandCharge: {perKw: 5, meteringMinutes: 15}
      control:
        planPeriod: 5m
      """;

  @TempDir Path folder;

  @BeforeEach
  void templates() throws IOException {
    Path devices = Files.createDirectory(folder.resolve("devices"));
    Files.copy(project("config/devices/demo-battery.yaml"), devices.resolve("pack.yaml"));
    Files.copy(project("config/devices/demo-inverter.yaml"), devices.resolve("sun.yaml"));
    Files.writeString(devices.resolve("broken.yaml"), "kind: battery\n");
  }

  record Mistake(String name, String from, String to, String message) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake(
            "unknown key",
            "importLimitKw: 100",
            "importLimitKw: 100\n  exportLimitKW: 3",
            "site.yaml:6: grid.exportLimitKW is not a known key. Maybe \"exportLimitKw\"?"),
        new Mistake(
            "unknown key that resembles nothing",
            "  exportLimitKw: 50",
            "  colour: blue",
            "site.yaml:6: grid.colour is not a known key. Known: importLimitKw, exportLimitKw."),
        new Mistake(
            "missing required",
            "  importLimitKw: 100\n",
            "",
            "site.yaml:5: grid.importLimitKw is missing, expected a number of at least 0."),
        new Mistake(
            "missing group",
            "circuits:\n  main:",
            "circuit:\n  main:",
            "site.yaml:1: circuits is missing, expected a circuit such as {main: {fuseA: 63}}.\n"
                + "site.yaml:7: circuit is not a known key. Maybe \"circuits\"?"),
        new Mistake(
            "negative limit",
            "importLimitKw: 100",
            "importLimitKw: -100",
            "site.yaml:5: grid.importLimitKw is -100, expected a number of at least 0."),
        new Mistake(
            "text for number",
            "importLimitKw: 100",
            "importLimitKw: lots",
            "site.yaml:5: grid.importLimitKw is \"lots\", expected a number of at least 0."),
        new Mistake(
            "number with unit",
            "importLimitKw: 100",
            "importLimitKw: 100 kW",
            "site.yaml:5: grid.importLimitKw is \"100 kW\", expected a number of at least 0. Maybe 100? The key already names the unit."),
        new Mistake(
            "quoted number",
            "fuseA: 160",
            "fuseA: \"160\"",
            "site.yaml:9: circuits.main.fuseA is \"160\", expected a number above 0. Maybe 160 without quotes?"),
        new Mistake(
            "decimal comma",
            "exportLimitKw: 50",
            "exportLimitKw: 50,5",
            "site.yaml:6: grid.exportLimitKw is \"50,5\", expected a number of at least 0. Maybe 50.5?"),
        new Mistake(
            "wrong zone",
            "Europe/Amsterdam",
            "Europe/Amsterdan",
            "site.yaml:2: zone is \"Europe/Amsterdan\", expected a time zone such as Europe/Amsterdam. Maybe \"Europe/Amsterdam\"?"),
        new Mistake(
            "zero voltage",
            "voltage: 230",
            "voltage: 0",
            "site.yaml:3: voltage is 0, expected a number above 0, at most 1000."),
        new Mistake(
            "id with a space",
            "id: gate",
            "id: main gate",
            "site.yaml:14: stations[1].id is \"main gate\", expected a name of 1 to 48 letters, digits and * - _ = : + | @ . without spaces."),
        new Mistake(
            "fuse of zero",
            "fuseA: 63",
            "fuseA: 0",
            "site.yaml:12: circuits.main.circuits.north.fuseA is 0, expected a number above 0."),
        new Mistake(
            "fuse with two phases",
            "fuseA: 63",
            "fuseA: [63, 63]",
            "site.yaml:12: circuits.main.circuits.north.fuseA has 2 values, expected a list of 3."),
        new Mistake(
            "two roots",
            "stations:",
            "  shed: {fuseA: 20}\nstations:",
            "site.yaml:8: circuits: Exactly one circuit must be without a parent (the one at the grid connection), but [main, shed] are."),
        new Mistake(
            "undefined parent",
            "stations:",
            "  shed: {fuseA: 20, fedBy: mian}\nstations:",
            "site.yaml:13: circuits.shed.fedBy is \"mian\", expected the id of a circuit (main, north, shed). Maybe \"main\"?"),
        new Mistake(
            "ring of circuits",
            "stations:",
            "  a: {fuseA: 20, fedBy: b}\n  b: {fuseA: 20, fedBy: a}\nstations:",
            "site.yaml:13: circuits.a.fedBy makes a ring: [a, b], expected a tree."),
        new Mistake(
            "unknown circuit",
            "circuit: north",
            "circuit: nort",
            "site.yaml:15: stations[1].circuit is \"nort\", expected the id of a circuit (main, north). Maybe \"north\"?"),
        new Mistake(
            "duplicate station",
            "id: hall",
            "id: gate",
            "site.yaml:19: stations[2].id is \"gate\", but this id is already used in line 14."),
        new Mistake(
            "device named like a station",
            "id: cellar",
            "id: hall",
            "site.yaml:25: batteries[1].id is \"hall\", but this id is already used in line 19."),
        new Mistake(
            "circuit described twice",
            "north: {fuseA: 63}",
            "main: {fuseA: 63}",
            "site.yaml:12: circuits.main.circuits.main is \"main\", but this id is already used in line 8.\n"
                + "site.yaml:15: stations[1].circuit is \"north\", expected the id of a circuit (main)."),
        new Mistake(
            "unknown phase",
            "[L1, L2, L3]",
            "[L1, L2, N]",
            "site.yaml:18: stations[1].evses[1].phases[3] is \"N\", expected one of L1, L2, L3."),
        new Mistake(
            "phase named twice",
            "[L1, L2, L3]",
            "[L1, L2, L2]",
            "site.yaml:18: stations[1].evses[1].phases is [L1, L2, L2], expected one phase or all three in any order."),
        new Mistake(
            "surplus of what",
            "supply: AC",
            "surplus: some",
            "site.yaml:18: stations[1].evses[1].surplus is \"some\", expected one of ONLY, UNTIL_URGENT."),
        new Mistake(
            "one phase to switch",
            "supply: AC, phases: [L1, L2, L3]",
            "phases: [L1], surplus: ONLY, switchesPhases: true",
            "site.yaml:18: stations[1].evses[1].switchesPhases is true, but only an AC EVSE on three phases can switch."),
        new Mistake(
            "switched for nothing",
            "supply: AC",
            "switchesPhases: true",
            "site.yaml:18: stations[1].evses[1].switchesPhases is true, but does nothing without the key surplus."),
        new Mistake(
            "unknown supply",
            "supply: AC",
            "supply: CCS",
            "site.yaml:18: stations[1].evses[1].supply is \"CCS\", expected one of AC, DC."),
        new Mistake(
            "minimum above maximum",
            "maxA: 32",
            "minA: 40, maxA: 32",
            "site.yaml:18: stations[1].evses[1].minA is 40, more than maxA (32)."),
        new Mistake(
            "EVSE stronger than its fuse",
            "maxA: 32",
            "maxA: 80",
            "site.yaml:18: stations[1].evses[1].maxA is 80, more than the fuse of circuit north carries (63 A)."),
        new Mistake(
            "fallback above maximum",
            "fallbackA: 6",
            "fallbackA: 40",
            "site.yaml:16: stations[1].fallbackA is 40, more than the maxA of an EVSE (32)."),
        new Mistake(
            "defaults do not fit",
            "uncontrolledMaxA: 40",
            "uncontrolledMaxA: [150, 40, 40]",
            "site.yaml:9: circuits.main.fuseA is too small for what flows when the engine is gone: on L1 fallbacks of 12 A and uncontrolled loads of 150 A exceed 160 A by 2 A. Maybe lower fallbackA of the stations or uncontrolledMaxA."),
        new Mistake(
            "transformer in watts",
            "fuseA: 63",
            "fuseA: 63, ratingKva: 40 kVA",
            "site.yaml:12: circuits.main.circuits.north.ratingKva is \"40 kVA\", expected a number above 0. Maybe 40? The key already names the unit."),
        new Mistake(
            "imbalance below zero",
            "fuseA: 63",
            "fuseA: 63, maxImbalanceA: -1",
            "site.yaml:12: circuits.main.circuits.north.maxImbalanceA is -1, expected a number of at least 0."),
        new Mistake(
            "EVSE stronger than its transformer",
            "fuseA: 63",
            "fuseA: 63, ratingKva: 20.7",
            "site.yaml:18: stations[1].evses[1].maxA is 32, more than the transformer of circuit north carries (30 A on each phase)."),
        new Mistake(
            "defaults do not fit the grid connection",
            "importLimitKw: 100",
            "importLimitKw: 35",
            "site.yaml:5: grid.importLimitKw is too small for what flows when the engine is gone: fallbacks of 8.28 kW and uncontrolled loads of 27.6 kW exceed 35 kW by 0.88 kW. Maybe lower fallbackA of the stations or uncontrolledMaxA."),
        new Mistake(
            "defaults do not fit the transformer",
            "uncontrolledMaxA: 40",
            "uncontrolledMaxA: 60\n    ratingKva: 44.85",
            "site.yaml:11: circuits.main.ratingKva is too small for what flows when the engine is gone: on L1 fallbacks of 12 A and uncontrolled loads of 60 A exceed 65 A by 7 A; on L2 fallbacks of 12 A and uncontrolled loads of 60 A exceed 65 A by 7 A; on L3 fallbacks of 12 A and uncontrolled loads of 60 A exceed 65 A by 7 A. Maybe lower fallbackA of the stations or uncontrolledMaxA."),
        new Mistake(
            "rate unit",
            "rateUnits: [W]",
            "rateUnits: [kW]",
            "site.yaml:21: stations[2].ocpp.rateUnits[1] is \"kW\", expected one of A, W. Maybe \"W\"?"),
        new Mistake(
            "flag",
            "setpoints: true",
            "setpoints: yes",
            "site.yaml:21: stations[2].ocpp.setpoints is \"yes\", expected true or false. Maybe true?"),
        new Mistake(
            "efficiency",
            "chargeEfficiency: 0.95",
            "chargeEfficiency: 95",
            "site.yaml:29: batteries[1].chargeEfficiency is 95, expected a number above 0, at most 1."),
        new Mistake(
            "state of charge",
            "highestSocPercent: 95",
            "highestSocPercent: 120",
            "site.yaml:30: batteries[1].highestSocPercent is 120, expected a number from 0 to 100."),
        new Mistake(
            "empty battery range",
            "highestSocPercent: 95",
            "highestSocPercent: 3",
            "site.yaml:25: batteries[1].lowestSocPercent is 5, more than highestSocPercent (3)."),
        new Mistake(
            "template not found",
            "template: pack",
            "template: pac",
            "site.yaml:31: batteries[1].connection.template is \"pac\", expected a device template: a YAML file beside the site file or one of broken, pack, sun. Maybe \"pack\"?"),
        new Mistake(
            "template of another kind",
            "template: pack",
            "template: sun",
            "site.yaml:31: batteries[1].connection.template is \"sun\", which describes a device of the kind inverter, expected one of the kind battery."),
        new Mistake(
            "template of another transport",
            "{template: sun, host: 10.0.0.3, port: 502}",
            "{template: sun, broker: \"tcp://10.0.0.3\", topic: sun}",
            "site.yaml:36: inverters[1].connection.template is \"sun\", which speaks modbus, so expected host or address instead of broker."),
        new Mistake(
            "bad broker",
            "tcp://10.0.0.2",
            "10.0.0.2:1883",
            "site.yaml:31: batteries[1].connection.broker is \"10.0.0.2:1883\", expected the address of an MQTT broker such as tcp://192.168.1.20:1883."),
        new Mistake(
            "port out of range",
            "port: 502",
            "port: 70000",
            "site.yaml:36: inverters[1].connection.port is 70000, expected a whole number from 1 to 65535."),
        new Mistake(
            "no address",
            "host: 10.0.0.3, port: 502",
            "port: 502",
            "site.yaml:36: inverters[1].connection: must have one of host (Modbus TCP), address (a Modbus line) and broker (MQTT)."),
        new Mistake(
            "day with 23 hours",
            "typicalDayKw: [5,",
            "typicalDayKw: [",
            "site.yaml:38: building.typicalDayKw has 23 values, expected a list of 24."),
        new Mistake(
            "bad time",
            "\"06:30\"",
            "\"6:30\"",
            "site.yaml:43: vehicles[1].departure is \"6:30\", expected a time of day such as \"06:30\", from 00:00 to 23:59."),
        new Mistake(
            "target above full",
            "targetSocPercent: 90",
            "targetSocPercent: 190",
            "site.yaml:42: vehicles[1].targetSocPercent is 190, expected a number from 0 to 100."),
        new Mistake(
            "bad authorization",
            "accept: listed",
            "accept: nobody",
            "site.yaml:44: authorization.accept is \"nobody\", expected one of ALL, LISTED."),
        new Mistake(
            "bad duration",
            "planPeriod: 5m",
            "planPeriod: 5",
            "site.yaml:53: control.planPeriod is 5, expected a duration from 10s to 24h. Maybe 5s, 5m or 5h?"),
        new Mistake(
            "duration out of range",
            "planPeriod: 5m",
            "planPeriod: 2d",
            "site.yaml:53: control.planPeriod is \"2d\", expected a duration from 10s to 24h."),
        new Mistake(
            "lease too short",
            "planPeriod: 5m",
            "guardPeriod: 5s\n  lease: 15s",
            "site.yaml:53: control: The lease (PT15S) must last at least four guard periods (PT5S), or limits would end between renewals."),
        new Mistake(
            "tariff with a gap",
            "    otherwisePerKwh: 0.2\n",
            "",
            "site.yaml:48: tariff.import.periods leaves a gap: there is no price on a MONDAY (from 01-01) between 00:00 and 07:00. Maybe add otherwisePerKwh, the price of the remaining time."),
        new Mistake(
            "tariff without price",
            "periods:",
            "period:",
            "site.yaml:48: tariff.import: must have exactly one of perKwh, periods, curves, series, but has none.\n"
                + "site.yaml:49: tariff.import.period is not a known key. Maybe \"periods\"?"),
        new Mistake(
            "currency",
            "currency: EUR",
            "currency: EURO",
            "site.yaml:46: tariff.currency is \"EURO\", expected a currency of ISO 4217 such as EUR."),
        new Mistake(
            "negative demand charge",
            "perKw: 5,",
            "perKw: -5,",
            "site.yaml:51: tariff.demandCharge.perKw is -5, expected a number of at least 0."),
        new Mistake(
            "list instead of group",
            "grid:\n",
            "grid: [1]\ngrit:\n",
            "site.yaml:4: grid is a list of 1, expected a group of keys.\n"
                + "site.yaml:5: grit is not a known key. Maybe \"grid\"?"),
        new Mistake(
            "group instead of list",
            "vehicles:\n  - idToken",
            "vehicles:\n    idToken",
            "site.yaml:39: vehicles is a group of 4 keys, expected a list (lines that begin with \"- \")."),
        new Mistake(
            "duplicate key",
            "voltage: 230",
            "voltage: 230\nvoltage: 400",
            "site.yaml:4: the key \"voltage\" already stands in line 3."),
        new Mistake(
            "syntax",
            "grid:\n",
            "grid\n",
            "site.yaml:5: column 16: this is not valid YAML: could not find expected ':'. Maybe a colon is missing or needs a space behind it?"),
        new Mistake(
            "open bracket",
            "[L1, L2, L3]",
            "[L1, L2, L3",
            "site.yaml:18: column 51: this is not valid YAML: expected ',' or ']', but got }. Maybe the indentation, a quote or a bracket is wrong?"),
        new Mistake(
            "tab",
            "  importLimitKw",
            "\timportLimitKw",
            "site.yaml:5: column 1: this is not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation). Maybe a tab stands where spaces must be?"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesFileLineKeyValueAndExpectation(Mistake mistake) throws IOException {
    assertThat(GOOD).contains(mistake.from());
    write(GOOD.replace(mistake.from(), mistake.to()));

    assertThatThrownBy(this::read).hasMessage(mistake.message());
  }

  @Test
  void givesADifferentMessageForEachMistake() {
    Set<String> messages = new HashSet<>();

    assertThat(mistakes().map(Mistake::message)).allMatch(messages::add);
  }

  @Test
  void acceptsTheGoodFile() throws IOException {
    write(GOOD);

    assertThat(read().site().stations()).hasSize(2);
  }

  @Test
  void reportsAllMistakesAtOnceInTheOrderOfTheLines() throws IOException {
    write(
        GOOD.replace("importLimitKw: 100", "importLimitKw: -1")
            .replace("Europe/Amsterdam", "Europe")
            .replace("circuit: north", "circuit: west")
            .replace("currency: EUR", "currency: GOLD")
            .replace("planPeriod: 5m", "planPeriod: soon"));

    List<Problem> problems =
        catchThrowableOfType(ConfigurationException.class, this::read).problems();

    assertThat(problems).extracting(Problem::line).containsExactly(2, 5, 15, 46, 53);
  }

  @Test
  void saysThatAFileIsEmpty() throws IOException {
    write("# nothing yet\n");

    assertThatThrownBy(this::read)
        .hasMessage("site.yaml: the file is empty, expected keys such as \"id: my-site\".");
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThatThrownBy(this::read)
        .hasMessage("site.yaml: there is no such file: " + folder.resolve("site.yaml"));
  }

  @Test
  void saysThatAFileIsAFolder() throws IOException {
    Files.createDirectory(folder.resolve("site.yaml"));

    assertThatThrownBy(this::read).hasMessageContaining("this is a folder, expected a file");
  }

  @Test
  void saysThatAFileIsNoText() throws IOException {
    Files.write(folder.resolve("site.yaml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF});

    assertThatThrownBy(this::read)
        .hasMessage("site.yaml: the file is not UTF-8 text. Maybe it is of another kind?");
  }

  @Test
  void saysThatAFileIsAList() throws IOException {
    write("- id: yard\n");

    assertThatThrownBy(this::read)
        .hasMessage("site.yaml:1: the file is a list of 1, expected keys such as \"id: my-site\".");
  }

  @Test
  void namesTheTariffFileWhenTheMistakeIsThere() throws IOException {
    Files.writeString(folder.resolve("prices.yaml"), "currency: EUR\nimport: {perKwh: cheap}\n");
    write(GOOD.substring(0, GOOD.indexOf("tariff:")) + "tariff: prices.yaml\n");

    assertThatThrownBy(this::read)
        .hasMessage("prices.yaml:2: import.perKwh is \"cheap\", expected a number.");
  }

  @Test
  void reportsWhatIsWrongInATemplate() throws IOException {
    write(GOOD.replace("template: pack", "template: broken"));

    assertThatThrownBy(this::read)
        .hasMessageContaining(
            "site.yaml:31: batteries[1].connection.template cannot be used: broken.yaml: ");
  }

  @Test
  void survivesAnAliasInsideItself() throws IOException {
    write("id: yard\ncircuits: &loop\n  main: {fuseA: 10, circuits: *loop}\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Maybe an alias is in itself?");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("site.yaml"), text);
  }

  private SiteFile read() {
    return SiteFile.read(folder.resolve("site.yaml"), folder.resolve("devices"));
  }
}
