package energy.setpoint.ocpp.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.schema.Instances;
import energy.setpoint.ocpp.schema.Mutation;
import energy.setpoint.ocpp.schema.Mutations;
import energy.setpoint.ocpp.schema.OcppSchemas;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Holds the wire records of what we call, and of what stations answer, against the official
 * schemas: nothing is lost in them, and nothing wrong gets through.
 */
class OurCallsSchemaTest {

  /** One message: a request of ours or its answer. */
  private record Message(String version, String action, boolean request, Class<?> type) {

    JsonNode schema() {
      OcppSchemas schemas = OcppSchemas.of(version);
      return request ? schemas.request(action) : schemas.response(action);
    }

    void assertValid(JsonNode payload) {
      OcppSchemas schemas = OcppSchemas.of(version);
      if (request) {
        schemas.assertValidRequest(action, payload);
      } else {
        schemas.assertValidResponse(action, payload);
      }
    }

    Record read(JsonNode payload) throws RpcException {
      return Payloads.read(type.asSubclass(Record.class), payload);
    }

    @Override
    public String toString() {
      return version + " " + action + (request ? "" : " answer");
    }
  }

  private static final List<Message> MESSAGES =
      Stream.of(
              of16(energy.setpoint.ocpp.v16.wire.SetChargingProfile.class),
              of16(energy.setpoint.ocpp.v16.wire.ClearChargingProfile.class),
              of16(energy.setpoint.ocpp.v16.wire.GetCompositeSchedule.class),
              of201(energy.setpoint.ocpp.v201.wire.SetChargingProfile.class),
              of201(energy.setpoint.ocpp.v201.wire.ClearChargingProfile.class),
              of201(energy.setpoint.ocpp.v201.wire.GetChargingProfiles.class),
              of201(energy.setpoint.ocpp.v201.wire.GetCompositeSchedule.class),
              of21(energy.setpoint.ocpp.v21.wire.SetChargingProfile.class),
              of21(energy.setpoint.ocpp.v21.wire.ClearChargingProfile.class),
              of21(energy.setpoint.ocpp.v21.wire.GetChargingProfiles.class),
              of21(energy.setpoint.ocpp.v21.wire.GetCompositeSchedule.class),
              of21(energy.setpoint.ocpp.v21.wire.UpdateDynamicSchedule.class),
              of21(energy.setpoint.ocpp.v21.wire.PullDynamicScheduleUpdate.class),
              of21(energy.setpoint.ocpp.v21.wire.UsePriorityCharging.class),
              of21(energy.setpoint.ocpp.v21.wire.NotifyAllowedEnergyTransfer.class),
              of21(energy.setpoint.ocpp.v21.wire.AFRRSignal.class))
          .flatMap(List::stream)
          .toList();

  /** What the engine does not look into. */
  private static final Set<String> OPAQUE =
      Set.of("SalesTariffType", "AbsolutePriceScheduleType", "PriceLevelScheduleType");

  @TestFactory
  Stream<DynamicTest> losesNothingOfTheSmallestMessage() {
    return each(message -> assertKept(message, Instances.minimal(message.schema())));
  }

  @TestFactory
  Stream<DynamicTest> losesNothingOfTheLargestMessage() {
    return each(message -> assertKept(message, Instances.maximal(message.schema())));
  }

  @TestFactory
  Stream<DynamicTest> refusesEveryMistakeWithTheRightErrorAndThePath() {
    return each(message -> {
      List<Mutation> mutations = Mutations.of(message.schema(), OPAQUE);
      assertThat(mutations).isNotEmpty();
      for (Mutation mutation : mutations) {
        RpcException refusal =
            catchThrowableOfType(RpcException.class, () -> message.read(mutation.payload()));

        assertThat(refusal).as(mutation.what()).isNotNull();
        assertThat(refusal.code()).as(mutation.what()).isEqualTo(mutation.expected());
        assertThat(refusal.description()).startsWith(mutation.path() + " ");
      }
    });
  }

  private static void assertKept(Message message, JsonNode payload) throws RpcException {
    message.assertValid(payload);

    Record read = message.read(payload);
    JsonNode written = Payloads.write(read);

    message.assertValid(written);
    assertThat(message.read(written)).isEqualTo(read);
    assertThat(fields("", written)).isEqualTo(fields("", payload));
  }

  /** The pointers of all fields but those that vendors add. */
  private static Set<String> fields(String pointer, JsonNode node) {
    Set<String> found = new TreeSet<>();
    node.propertyStream()
        .filter(property -> !property.getKey().equals("customData"))
        .forEach(property -> {
          String field = pointer + "/" + property.getKey();
          found.add(field);
          found.addAll(fields(field, property.getValue()));
        });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        found.addAll(fields(pointer + "/" + i, node.get(i)));
      }
    }
    return found;
  }

  private interface Check {
    void run(Message message) throws Exception;
  }

  private static Stream<DynamicTest> each(Check check) {
    return MESSAGES.stream()
        .map(message -> dynamicTest(message.toString(), () -> check.run(message)));
  }

  private static List<Message> of16(Class<? extends Record> request) {
    return pair("1.6", request);
  }

  private static List<Message> of201(Class<? extends Record> request) {
    return pair("2.0.1", request);
  }

  private static List<Message> of21(Class<? extends Record> request) {
    return pair("2.1", request);
  }

  private static List<Message> pair(String version, Class<? extends Record> request) {
    Class<?> answer =
        Stream.of(request.getDeclaredClasses())
            .filter(inner -> inner.getSimpleName().equals("Response"))
            .findFirst()
            .orElseThrow();
    String action = request.getSimpleName();
    return List.of(
        new Message(version, action, true, request), new Message(version, action, false, answer));
  }
}
