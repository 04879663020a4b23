package energy.setpoint.der.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridSignalTemplateTest {

  private static final String RELAY =
      """
      description: Relay contacts
      kind: gridSignal
      transport: modbus
      period: 500ms
      staleAfter: 5s
      points:
      """;

  @Test
  void readsContactsWithoutUnitOrSign() {
    DeviceTemplate relay =
        parse(
            """
              contact1: { table: discrete, address: 0, type: bool }
              contact3: { table: discrete, address: 2, type: bool }
            """);

    assertThat(relay.kind()).isEqualTo(DeviceKind.GRID_SIGNAL);
    assertThat(relay.transport().measured())
        .containsExactlyInAnyOrder(Measured.CONTACT_1, Measured.CONTACT_3);
  }

  @Test
  void readsALimitAsAMagnitude() {
    DeviceTemplate gateway =
        parse("  limit: { table: input, address: 0, type: uint16, unit: kW, scale: 0.1 }\n");

    RegisterPoint limit = ((Transport.Modbus) gateway.transport()).points().get(Measured.LIMIT);

    assertThat(limit.conversion().toQuantity(42)).isEqualTo(4200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                     | points.limit is missing
          { step: &p {table: input, address: 0, type: uint16}, contact1: *p }    | points.step is given with contact1
          { step: {table: input, address: 0, type: uint16, unit: W} }            | points.step.unit is an unknown key
          { contact5: {table: input, address: 0, type: uint16} }                 | points.contact5 is an unknown key
          { power: {table: input, address: 0, type: uint16, unit: W} }           | points.power is an unknown key
          { contact1: {table: discrete, address: 0, type: uint16} }              | points.contact1.type is 'uint16'
          { limit: {table: input, address: 0, type: uint16, unit: A} }           | points.limit.unit is 'A'
          """)
  void refusesMistakes(String points, String message) {
    String yaml = RELAY.replace("points:\n", "points: " + points + "\n");

    assertThatThrownBy(() -> DeviceTemplates.parse("relay.yaml", yaml))
        .hasMessageContaining(message);
  }

  private static DeviceTemplate parse(String points) {
    return DeviceTemplates.parse("relay.yaml", RELAY + points);
  }
}
