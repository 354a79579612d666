#include "analyzers/keystrokes.h"
