using Workbench.Research;

namespace Workbench.App;

/// <summary>A run that is over: its document, and the folder that holds it.</summary>
sealed record FinishedRun(RunDocument Document, string Folder);
