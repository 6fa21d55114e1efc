global using Workbench.Platform.Journals;
