package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.dialect.OcppDialect;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;

/** Reads who asks to come in, and with which version (OCPP 2.1 part 4 section 3). */
final class StationDoor {

  /** The only version that is in use (RFC 6455). */
  static final String WEBSOCKET_VERSION = "13";

  private final String pathPrefix;
  private final List<OcppDialect> dialects;

  StationDoor(String pathPrefix, List<OcppDialect> dialects) {
    this.pathPrefix = pathPrefix;
    this.dialects = List.copyOf(dialects);
  }

  Admission judge(FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      return refused(HttpResponseStatus.BAD_REQUEST, "malformed HTTP");
    }
    String path;
    try {
      path = new QueryStringDecoder(request.uri()).path();
    } catch (IllegalArgumentException e) {
      return refused(HttpResponseStatus.BAD_REQUEST, "malformed path");
    }
    if (!path.startsWith(pathPrefix)) {
      return refused(HttpResponseStatus.NOT_FOUND, "unknown station");
    }
    if (!asksForWebSocket(request)) {
      return refused(HttpResponseStatus.UPGRADE_REQUIRED, "no WebSocket");
    }
    if (!WEBSOCKET_VERSION.equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      return refused(HttpResponseStatus.UPGRADE_REQUIRED, "WebSocket version");
    }
    if (!request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)) {
      return refused(HttpResponseStatus.BAD_REQUEST, "malformed handshake");
    }
    return new Admission.Asks(path.substring(pathPrefix.length()), listDialects(request));
  }

  private static boolean asksForWebSocket(FullHttpRequest request) {
    return request.method().equals(HttpMethod.GET)
        && request
            .headers()
            .containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        && request
            .headers()
            .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
  }

  /** The versions in the station's list that are spoken here, in its order of preference. */
  private List<OcppDialect> listDialects(FullHttpRequest request) {
    return request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .flatMap(wanted -> dialects.stream().filter(it -> it.subprotocol().equals(wanted)))
        .distinct()
        .toList();
  }

  private static Admission refused(HttpResponseStatus status, String reason) {
    return new Admission.Refused(status, reason);
  }

  /** What to do with a request. */
  sealed interface Admission {

    /**
     * A proper WebSocket handshake, of which the gatekeeper has to judge the name.
     *
     * @param name the last part of the path, whatever it is
     * @param dialects that both sides speak, in the station's order of preference; empty when there
     *     is none: then the handshake is completed without a subprotocol and the connection closed
     */
    record Asks(String name, List<OcppDialect> dialects) implements Admission {
      public Asks {
        dialects = List.copyOf(dialects);
      }
    }

    record Refused(HttpResponseStatus status, String reason) implements Admission {}
  }
}
