import { OpenEnum, subject, Type } from "waybill/author";

const map = {
  response: "command.v1/Response",
  command_accepted: "command.v1/LifecycleEvent",
  command_started: "command.v1/LifecycleEvent",
  command_finished: "command.v1/LifecycleEvent",
  server_ready: "command.v1/ServerReady",
  server_shutdown: "command.v1/ServerShutdown",
  session_created: "command.v1/SessionCreated",
  session_deleted: "command.v1/SessionDeleted",
  event: "command.v1/SessionEvent",
  startup_recovery_summary: "command.v1/StartupRecoverySummary",
} as const;

export const schema = subject(
  {
    title: "Server frame",
    description:
      "Anything the server sends: a response, or one of its events. The frame is its own payload, by `type`.",
    "x-kinds": { discriminator: "/type", payload: "", map },
  },
  Type.Object({
    type: OpenEnum(Object.keys(map), {
      description:
        "Which frame this is. Open: servers gain events, and clients pass over those they do not know.",
    }),
  }),
);
