global using Workbench.Platform.Journals;
global using Workbench.Platform.Vault;
