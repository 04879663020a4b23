package energy.setpoint.app.homeassistant;

import energy.setpoint.app.homeassistant.Entity.Owner;
import energy.setpoint.app.homeassistant.Entity.Quantity;
import energy.setpoint.core.event.EvseStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells Home Assistant which values there are, as its MQTT integration describes under "MQTT
 * Discovery": one retained configuration for each.
 */
final class Discovery {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String prefix;
  private final String statusTopic;

  Discovery(String prefix, String statusTopic) {
    this.prefix = prefix;
    this.statusTopic = statusTopic;
  }

  /** The configurations by topic. */
  Map<String, String> topics(List<Entity> entities) {
    Map<String, String> topics = new TreeMap<>();
    for (Entity entity : entities) {
      topics.put(prefix + "/sensor/" + entity.id() + "/config", configuration(entity).toString());
    }
    return topics;
  }

  private ObjectNode configuration(Entity entity) {
    Quantity quantity = entity.quantity();
    ObjectNode node = JSON.createObjectNode();
    node.put("name", entity.name());
    node.put("unique_id", entity.id());
    node.put("object_id", entity.id());
    node.put("state_topic", entity.stateTopic());
    node.put("availability_topic", statusTopic);
    node.put("device_class", quantity.deviceClass());
    quantity.unit().ifPresent(it -> node.put("unit_of_measurement", it));
    quantity.stateClass().ifPresent(it -> node.put("state_class", it));
    if (quantity == Quantity.WORD) {
      var options = node.putArray("options");
      for (EvseStatus status : EvseStatus.values()) {
        options.add(States.word(status));
      }
    }
    node.set("device", device(entity.owner()));
    node.putObject("origin").put("name", "Setpoint");
    return node;
  }

  private static ObjectNode device(Owner owner) {
    ObjectNode device = JSON.createObjectNode();
    device.putArray("identifiers").add(owner.id());
    device.put("name", owner.name());
    device.put("manufacturer", "Setpoint");
    device.put("model", owner.model());
    owner.via().ifPresent(it -> device.put("via_device", it));
    return device;
  }
}
