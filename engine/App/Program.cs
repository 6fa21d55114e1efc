using Workbench.App;

return CommandLine.Run(args);
