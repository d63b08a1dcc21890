// Hides from the measured process that the machine has other work: clocks are lengthened on a busy machine, and what is
// asked is how long a command may work on an idle one. Seconds of processor are counted either way.
const os = require("node:os");
os.loadavg = () => [0, 0, 0];
require("node:module").syncBuiltinESMExports();
