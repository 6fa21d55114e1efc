namespace Workbench.Data.Importers.Notices;

/// <summary>A notice, and where it was read.</summary>
readonly record struct Found<TNotice>(TNotice Notice, string File, long Row);
