package energy.setpoint.app.config.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a site file says of its stations beyond their wiring. */
class StationRulesTest {

  private static final String SITE =
      """
      id: depot
      zone: Europe/Amsterdam
      grid: {importLimitKw: 40}
      circuits: {main: {fuseA: 63}}
      stations:
        - {id: s1, circuit: main, ocpp: {maxPeriods: 12, maxProfiles: 5, without: [ZERO_PAUSES]}}
      """;

  @TempDir Path folder;

  @Test
  void leavesAllToTheStationsUnlessTheFileSaysMore() throws IOException {
    StationRules rules = read(SITE).stationRules();

    assertThat(rules.meterInterval()).isEmpty();
    assertThat(rules.quirks()).isEqualTo(QuirkFile.bundled());
    assertThat(rules.calls().allows("Reset")).isTrue();
  }

  @Test
  void readsTheTraitsThatTheFileSaysExplicitly() throws IOException {
    var claims = read(SITE).wirings().get(new StationId("s1")).claims();

    assertThat(claims.maxPeriods()).contains(12);
    assertThat(claims.maxProfiles()).contains(5);
    assertThat(claims.abilities()).containsEntry(Ability.ZERO_PAUSES, false);
    assertThat(claims.maxStackLevel()).isEmpty();
  }

  @Test
  void takesAMeasuringIntervalAListOfQuirksAndTheCallsThatPeopleMaySend() throws IOException {
    Files.writeString(
        folder.resolve("own.yaml"),
        "quirks: [{vendor: acme, maxPeriods: 3, because: seen at our depot}]");

    StationRules rules =
        read(SITE
                + "ocpp: {meterInterval: PT10S, quirks: own.yaml,"
                + " calls: [TriggerMessage, GetVariables]}")
            .stationRules();

    assertThat(rules.meterInterval()).contains(Duration.ofSeconds(10));
    assertThat(rules.quirks().all().getFirst().because()).isEqualTo("seen at our depot");
    assertThat(rules.calls().allows("TriggerMessage")).isTrue();
    assertThat(rules.calls().allows("Reset")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DataTransfer", "InstallCertificate", "DeleteCertificate", "SetNetworkProfile"})
  void wantsActionsNamedThatCanCutAStationOffOrOpenIt(String action) throws IOException {
    CallPermission usual = read(SITE).stationRules().calls();
    CallPermission all = read(SITE + "ocpp: {calls: all}").stationRules().calls();
    CallPermission more =
        read(SITE + "ocpp: {calls: [all, " + action + "]}").stationRules().calls();
    CallPermission only = read(SITE + "ocpp: {calls: [" + action + "]}").stationRules().calls();

    assertThat(usual.allows(action)).isFalse();
    assertThat(all.allows(action)).isFalse();
    assertThat(all.refusal(action)).contains("'" + action + "'", "ocpp.calls");
    assertThat(more.allows(action)).isTrue();
    assertThat(more.allows("Reset")).isTrue();
    assertThat(only.allows(action)).isTrue();
    assertThat(only.allows("Reset")).isFalse();
  }

  /** 1.6 security whitepaper, 2.x A01 and B09: the names by which the proxy guards them, too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ChangeConfiguration | {"key":"AuthorizationKey","value":"ab"}                        | Credentials
          ChangeConfiguration | {"key":"securityprofile","value":"2"}                          | Credentials
          SetVariables        | {"setVariableData":[{"attributeValue":"x","component":{"name":"SecurityCtrlr"},"variable":{"name":"BasicAuthPassword"}}]}             | Credentials
          SetVariables        | {"setVariableData":[{"attributeValue":"1","component":{"name":"OCPPCommCtrlr"},"variable":{"name":"NetworkConfigurationPriority"}}]}  | NetworkProfile
          SetVariables        | {"setVariableData":[{"attributeValue":"x","component":{"name":"NetworkConfiguration"},"variable":{"name":"OcppCsmsUrl"}}]}             | NetworkProfile
          """)
  void wantsRightsNamedForSettingsThatCanCutAStationOffOrOpenIt(
      String action, String call, String right) throws IOException {
    JsonNode payload = JsonMapper.shared().readTree(call);
    CallPermission usual = read(SITE).stationRules().calls();
    CallPermission only = read(SITE + "ocpp: {calls: [" + action + "]}").stationRules().calls();
    CallPermission more = read(SITE + "ocpp: {calls: [all, " + right + "]}").stationRules().calls();

    assertThat(usual.allows(action, payload)).isFalse();
    assertThat(usual.refusal(action, payload)).contains("'" + action + "'", right, "ocpp.calls");
    assertThat(usual.allows(action, JsonMapper.shared().createObjectNode())).isTrue();
    assertThat(only.allows(action, payload)).isFalse();
    assertThat(more.allows(action, payload)).isTrue();
  }

  @Test
  void canForbidAllCalls() throws IOException {
    StationRules rules = read(SITE + "ocpp: {calls: none}").stationRules();

    assertThat(rules.calls().allows("Reset")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          calls: [Dance]              | ocpp.calls[1] is "Dance", expected all, none, Credentials, NetworkProfile or actions of OCPP
          calls: [none, Reset]        | mixes none with actions, expected none alone
          meterInterval: 0s           | ocpp.meterInterval is "0s", expected a duration from 1s to 24h
          quirks: missing.yaml        | there is no such file
          metersInterval: 10s         | ocpp.metersInterval is not a known key
          """)
  void refusesWhatMakesNoSense(String rule, String complaint) {
    assertThatThrownBy(() -> read(SITE + "ocpp: {" + rule + "}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(complaint);
  }

  private SiteFile read(String text) throws IOException {
    return SiteFile.read(Files.writeString(folder.resolve("site.yaml"), text), folder);
  }
}
