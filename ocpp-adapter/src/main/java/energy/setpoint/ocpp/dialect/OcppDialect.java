package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.StationInterview.Interviewee;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One version of OCPP. Stateless: what is known of a station comes in as {@link StationContext} or
 * {@link StationTraits}.
 */
public interface OcppDialect {

  /** The WebSocket subprotocol, such as {@code ocpp2.0.1}. */
  String subprotocol();

  /** The messages that carry out an intent, and what they cannot express. */
  Encoding encode(ChargingIntent intent, StationTraits traits);

  /**
   * Answers a call from a station and says what it means for the engine.
   *
   * @throws RpcException with the error that the station shall get: unknown action, wrong type,
   *     missing field, value out of range
   */
  Handled handle(String action, JsonNode payload, StationContext context) throws RpcException;

  /**
   * What a station's call means for the engine when another CSMS has answered it.
   *
   * @param response payload of that answer, which may give a transaction its id
   * @throws RpcException when the call or the answer does not have the form that the version
   *     prescribes
   */
  List<StationEvent> overhear(
      String action, JsonNode request, JsonNode response, StationContext context)
      throws RpcException;

  /** What must be understood to relay between a station and another CSMS. */
  RelayWords relayWords();

  /**
   * Why a station's answer to one of our calls is a refusal; empty when it accepted.
   *
   * @throws RpcException when the answer does not have the form that the version prescribes
   */
  Optional<String> findRefusal(String action, JsonNode response) throws RpcException;

  /** How a station is asked what it holds. */
  ScheduleQuestions scheduleQuestions();

  /**
   * How a station is asked which profiles it holds; empty where the version has no such message.
   */
  default Optional<ProfileQuestions> profileQuestions() {
    return Optional.empty();
  }

  /**
   * What a station is asked whenever it has connected or booted, because it keeps more than we do.
   *
   * @param requestId of an answer that comes in reports
   */
  default List<ChargingIntent> openingQuestions(
      StationId station, StationTraits traits, int requestId) {
    return List.of();
  }

  /** How often a setpoint may be moved: every few seconds only by messages made for that. */
  default Pace pace(StationTraits traits) {
    return Pace.STEADY;
  }

  /**
   * What a call that a station accepted, and its answer, mean for the engine beyond that; often
   * nothing.
   *
   * @throws RpcException when one of the two does not have the form that the version prescribes
   */
  default List<StationEvent> learn(OutboundCall call, JsonNode response, StationContext context)
      throws RpcException {
    return List.of();
  }

  /** How this version spells an error code on the wire. */
  String spell(RpcErrorCode code);

  /**
   * Whether a message whose type or id cannot be read is answered with a CALLERROR; so it is since
   * OCPP 2.0.1 (part 4 section 4.2.3).
   */
  default boolean answersUnreadable() {
    return true;
  }

  /**
   * Whether SEND and CALLRESULTERROR are message types of this version (2.1 part 4 section 4.1).
   */
  default boolean hasSend() {
    return false;
  }

  /**
   * Takes a message that must not be answered, and says what it means for the engine.
   *
   * @throws RpcException when it is no such message, or malformed: to be logged and counted, for
   *     the station gets no answer
   */
  default List<StationEvent> take(String action, JsonNode payload, StationContext context)
      throws RpcException {
    throw new RpcException(RpcErrorCode.NOT_SUPPORTED, "'" + action + "' is no message to SEND.");
  }

  /** Every action of the version, and who may send it. */
  KnownActions actions();

  /** What a station of this version is asked once about itself. */
  StationInterview interview(Interviewee station);

  /** What the facts that a station told say of its traits. */
  TraitClaims understand(List<Fact> facts);

  /**
   * The calls that make a station measure its EVSEs so often while they charge.
   *
   * @param facts what it told, so that no setting is lost; may be empty
   */
  List<OutboundCall> meteringCalls(Duration interval, List<Fact> facts);

  /**
   * What a call that a person asks for does to what the engine keeps in the station.
   *
   * @param action one that a server may send
   * @throws RpcException when the payload does not have the form of the action, as far as it is
   *     known here
   */
  CallEffect effectOf(String action, JsonNode payload) throws RpcException;
}
