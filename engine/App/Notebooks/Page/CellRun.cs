namespace Workbench.App;

/// <summary>A cell that is to be run, as the page has it now.</summary>
/// <param name="Cell">Its id.</param>
/// <param name="Code">Its text.</param>
/// <param name="Language">Its language.</param>
sealed record CellRun(string Cell, string Code, string Language);
