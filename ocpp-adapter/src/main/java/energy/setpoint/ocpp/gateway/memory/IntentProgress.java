package energy.setpoint.ocpp.gateway.memory;

import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.MessageExchange;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the messages of one intent have come, and what that means for the intent. */
public final class IntentProgress {

  private final List<OutboundCall> calls;
  private final List<String> losses;
  private final Optional<Current> mayDraw;
  private final List<MessageExchange> exchanges = new ArrayList<>();
  private int accepted;

  /**
   * @param mayDraw in spite of a ceiling that the station accepts
   */
  public IntentProgress(List<OutboundCall> calls, List<String> losses, Optional<Current> mayDraw) {
    this.calls = List.copyOf(calls);
    this.losses = losses;
    this.mayDraw = mayDraw;
  }

  public List<OutboundCall> calls() {
    return calls;
  }

  public Optional<OutboundCall> findNext() {
    return accepted < calls.size() ? Optional.of(calls.get(accepted)) : Optional.empty();
  }

  public IntentOutcome accepted() {
    return new IntentOutcome.Accepted(exchanges, losses, mayDraw);
  }

  /**
   * The outcome of the intent, when that of a call decides it; empty when the next call follows.
   */
  public Optional<IntentOutcome> findEnd(
      OutboundCall call, CallOutcome outcome, AnswerCheck check) {
    return switch (outcome) {
      case CallOutcome.Answered answer -> {
        exchanged(answer.id(), call, answer.payload().toString());
        yield judge(call, answer, check);
      }
      case CallOutcome.Failed failed -> {
        exchanged(failed.id(), call, failed.raw());
        yield Optional.of(refused(failed.code() + ": " + failed.description()));
      }
      case CallOutcome.Garbled garbled -> {
        exchanged(garbled.id(), call, garbled.raw());
        yield Optional.of(unclear("The answer is malformed: " + garbled.reason()));
      }
      case CallOutcome.TimedOut late -> {
        exchanged(late.id(), call, "");
        yield Optional.of(unclear("No answer within " + late.timeout() + "."));
      }
      case CallOutcome.Closed closed -> {
        closed.id().ifPresent(id -> exchanged(id, call, ""));
        yield Optional.of(
            closed.id().isPresent() ? unclear(closed.reason()) : notSent(closed.reason()));
      }
      case CallOutcome.Expired expired ->
          Optional.of(notSent("Its turn did not come within " + expired.waited() + "."));
      case CallOutcome.QueueFull full ->
          Optional.of(notSent(full.limit() + " calls are waiting already."));
    };
  }

  private Optional<IntentOutcome> judge(
      OutboundCall call, CallOutcome.Answered answer, AnswerCheck check) {
    try {
      Optional<String> refusal = check.findRefusal(call, answer);
      if (refusal.isPresent()) {
        return Optional.of(refused(refusal.get()));
      }
      accepted++;
      return Optional.empty();
    } catch (RpcException e) {
      return Optional.of(unclear("The answer cannot be understood: " + e.description()));
    } catch (RuntimeException e) {
      return Optional.of(unclear("The answer could not be judged: " + e));
    }
  }

  private void exchanged(String id, OutboundCall call, String response) {
    exchanges.add(new MessageExchange(id, call.action(), call.payload().toString(), response));
  }

  /** A refusal leaves all as it was, but only if it came first. */
  private IntentOutcome refused(String reason) {
    return accepted == 0 ? new IntentOutcome.Refused(exchanges, reason) : unclear(reason);
  }

  private IntentOutcome notSent(String reason) {
    return accepted == 0 ? new IntentOutcome.NotSent(reason) : unclear(reason);
  }

  private IntentOutcome unclear(String reason) {
    String prefix =
        accepted == 0 ? "" : accepted + " of " + calls.size() + " messages were accepted; then: ";
    return new IntentOutcome.Unanswered(exchanges, prefix + reason);
  }

  /** Says why an answer is a refusal; empty when it is none. */
  @FunctionalInterface
  public interface AnswerCheck {
    Optional<String> findRefusal(OutboundCall call, CallOutcome.Answered answer)
        throws RpcException;
  }
}
