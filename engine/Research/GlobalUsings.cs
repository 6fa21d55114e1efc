global using Workbench.Core;
global using Workbench.Model;
