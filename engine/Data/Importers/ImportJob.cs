namespace Workbench.Data.Importers;

/// <summary>What an importer is asked to do.</summary>
/// <param name="Path">File or folder.</param>
/// <param name="Instrument">What the data are of.</param>
/// <param name="Options">How to understand them.</param>
sealed record ImportJob(string Path, Instrument Instrument, ImportOptions Options);
