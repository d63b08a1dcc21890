import { ClosedEnum, Count, Text, Type } from "waybill/author";
import { historyFilters } from "../CommandHistoryRequest/schema.ts";
import { images, message, navigateOptions, path, uiResponse } from "./parts.ts";
import type { CommandType } from "./types.ts";

type Fields = ReturnType<typeof Type.Object>;

/** What commands of these types have beyond the members of every command; the rest have nothing more. */
interface PerType {
  readonly types: readonly CommandType[];
  readonly fields: Fields;
}

const optional = Type.Optional;
const about = (title: string, description: string) => ({ title, description });

export const perType: readonly PerType[] = [
  {
    types: ["create_session"],
    fields: Type.Object(
      { cwd: optional(path("Working directory of the session; the server's own where absent.")) },
      about("CreateSession", "Starts a session, under the given id or a new one."),
    ),
  },
  {
    types: ["get_command_history"],
    fields: Type.Object(
      {
        ...historyFilters,
        limit: optional(
          Count({
            description: "At most this many entries; 100 where absent.",
            minimum: 1,
            maximum: 500,
          }),
        ),
      },
      about("GetCommandHistory", "Reads the journal, newest first; alone it is `CommandHistoryRequest`."),
    ),
  },
  {
    types: ["load_session"],
    fields: Type.Object(
      { sessionPath: path("Stored session file to open.") },
      about("LoadSession", "Opens a stored session, under the given id or its own."),
    ),
  },
  {
    types: ["extension_ui_response"],
    fields: Type.Object(
      {
        requestId: Text({
          description: "The question that is answered, as its event named it.",
          pattern: "^[A-Za-z0-9:_-]+$",
          maxLength: 256,
        }),
        response: uiResponse,
      },
      about("ExtensionUiResponse", "Answers a question an extension asked the person."),
    ),
  },
  {
    types: ["prompt"],
    fields: Type.Object(
      {
        message,
        images,
        streamingBehavior: optional(
          ClosedEnum(["steer", "followUp"], {
            description:
              "What to do while the model is still answering: steer it now, or follow up afterwards. Closed: the server refuses any other.",
          }),
        ),
      },
      about("Prompt", "Sends a message to the model."),
    ),
  },
  {
    types: ["steer", "follow_up"],
    fields: Type.Object(
      { message, images },
      about("SteerOrFollowUp", "Sends a message during or after the answer."),
    ),
  },
  {
    types: ["set_model"],
    fields: Type.Object(
      {
        provider: Text({ description: "Who serves the model." }),
        modelId: Text({ description: "The provider's name of the model." }),
      },
      about("SetModel", "Chooses the model."),
    ),
  },
  {
    types: ["cycle_model"],
    fields: Type.Object(
      {
        direction: optional(
          ClosedEnum(["forward", "backward"], {
            description: "Which way; forward where absent. Closed: there are two.",
          }),
        ),
      },
      about("CycleModel", "Goes to the next model of the list."),
    ),
  },
  {
    types: ["set_thinking_level"],
    fields: Type.Object(
      {
        level: ClosedEnum(["none", "low", "medium", "high", "xhigh"], {
          description:
            "How much the model may think. Closed: the server refuses any other, `off` too, although it reports that word itself.",
        }),
      },
      about("SetThinkingLevel", "Chooses how much the model may think."),
    ),
  },
  {
    types: ["compact"],
    fields: Type.Object(
      {
        customInstructions: optional(
          Text({ description: "What the summary should keep.", "x-redact": "on-persist" }),
        ),
      },
      about("Compact", "Replaces the conversation so far by a summary."),
    ),
  },
  {
    types: ["set_auto_compaction", "set_auto_retry"],
    fields: Type.Object(
      { enabled: Type.Boolean({ description: "Whether it is done from now on." }) },
      about("SetAutomatic", "Switches automatic compaction or retry on or off."),
    ),
  },
  {
    types: ["bash"],
    fields: Type.Object(
      {
        command: Text({
          description: "Shell line to run in the session's directory.",
          maxLength: 20_000,
          "x-redact": "on-persist",
        }),
        excludeFromContext: optional(
          Type.Boolean({ description: "Whether the model is spared the output; false where absent." }),
        ),
      },
      about("Bash", "Runs a shell line."),
    ),
  },
  {
    types: ["set_session_name"],
    fields: Type.Object(
      {
        name: Text({
          description: "Name for people, without control characters.",
          maxLength: 256,
          pattern: "^[^\\u0000-\\u001f\\u007f]*$",
        }),
      },
      about("SetSessionName", "Names the session."),
    ),
  },
  {
    types: ["export_html"],
    fields: Type.Object(
      { outputPath: optional(path("File to write; a name of the server's choosing where absent.")) },
      about("ExportHtml", "Writes the conversation as a web page."),
    ),
  },
  {
    types: ["new_session"],
    fields: Type.Object(
      { parentSession: optional(path("Session file the new one descends from.")) },
      about("NewSession", "Begins a new conversation in the session."),
    ),
  },
  {
    types: ["switch_session_file"],
    fields: Type.Object(
      { sessionPath: path("Session file to go on with.") },
      about("SwitchSessionFile", "Goes on with another conversation."),
    ),
  },
  {
    types: ["fork"],
    fields: Type.Object(
      { entryId: Text({ description: "Entry of the conversation's tree to branch from." }) },
      about("Fork", "Branches the conversation at an entry."),
    ),
  },
  {
    types: ["navigate_tree"],
    fields: Type.Object(
      {
        targetId: Text({ description: "Entry of the conversation's tree to go to." }),
        options: navigateOptions,
      },
      about("NavigateTree", "Goes to another branch of the conversation."),
    ),
  },
];
