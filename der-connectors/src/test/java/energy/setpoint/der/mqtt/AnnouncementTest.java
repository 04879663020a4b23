package energy.setpoint.der.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.der.mqtt.Payload.UnreadablePayload;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.PointUnit;
import energy.setpoint.der.template.SignConvention;
import energy.setpoint.der.template.TopicPoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

class AnnouncementTest {

  @Test
  void readsTopicUnitAndPlaceInThePayload() throws UnreadablePayload {
    TopicPoint point =
        read(
            """
            {"state_topic": "inverter/state", "unit_of_measurement": "kW",
             "value_template": "{{ value_json.ac.power }}", "device": {"name": "Roof"}}
            """);

    assertThat(point.topic().text()).isEqualTo("inverter/state");
    assertThat(point.pointer()).hasValue(JsonPointer.compile("/ac/power"));
    assertThat(point.conversion().unit()).isEqualTo(PointUnit.KILOWATT);
    assertThat(point.conversion().toQuantity(1.5)).isEqualTo(-1500);
  }

  @Test
  void knowsTheAbbreviations() throws UnreadablePayload {
    TopicPoint point =
        read(
            "{\"~\": \"roof\", \"stat_t\": \"~/power\", \"unit_of_meas\": \"W\", \"val_tpl\": \"{{value}}\"}");

    assertThat(point.topic().text()).isEqualTo("roof/power");
    assertThat(point.pointer()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          not json | an announcement that is no JSON
          [1] | an announcement without a usable state_topic
          {"state_topic": "a/#", "unit_of_measurement": "W"} | an announcement without a usable state_topic
          {"state_topic": "a"} | the unit_of_measurement '' of power; expected one of W, kW
          {"state_topic": "a", "unit_of_measurement": "kWh"} | the unit_of_measurement 'kWh' of power; expected one of W, kW
          {"state_topic": "a", "unit_of_measurement": "W", "value_template": "{{ value * 2 }}"} | the value_template '{{ value * 2 }}'; expected {{ value }} or {{ value_json.a.b }}
          {"state_topic": "a", "unit_of_measurement": "W", "value_template": "{{ value_json['p'] }}"} | the value_template '{{ value_json['p'] }}'; expected {{ value }} or {{ value_json.a.b }}
          """)
  void refusesByNameWhatItDoesNotUnderstand(String message, String reason) {
    assertThatThrownBy(() -> read(message)).hasMessage(reason);
  }

  private static TopicPoint read(String message) throws UnreadablePayload {
    return Announcement.read(message.getBytes(UTF_8), Measured.POWER, SignConvention.GENERATION);
  }
}
